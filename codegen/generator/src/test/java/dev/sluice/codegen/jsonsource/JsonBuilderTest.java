package dev.sluice.codegen.jsonsource;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.codegen.Compiled;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Builders of JSON Schemas add to lists and maps in place, until what they build has them. */
class JsonBuilderTest {
    /** At a copy of the list for each, these take minutes. */
    private static final int MANY = 200_000;

    private static Object builder() throws ReflectiveOperationException {
        Compiled compiled =
                Compiled.of(JsonBindings.of(Map.of("order.json", """
                        {"type": "object", "properties": {
                          "tags": {"type": "array", "items": {"type": "string"}},
                          "sizes": {"type": "object", "additionalProperties": {"type": "string"}}}}""".getBytes(StandardCharsets.UTF_8)), "shop"));
        return compiled.loadClass("shop.Order").getMethod("builder").invoke(null);
    }

    private static void add(Object builder, String value) throws ReflectiveOperationException {
        builder.getClass().getMethod("addTags", String.class).invoke(builder, value);
        builder.getClass().getMethod("putSizes", String.class, String.class).invoke(builder, value, value);
    }

    private static Object build(Object builder) throws ReflectiveOperationException {
        return builder.getClass().getMethod("build").invoke(builder);
    }

    @Test
    void whatWasBuiltNeverChanges() throws ReflectiveOperationException {
        Object builder = builder();
        add(builder, "a");
        Object first = build(builder);
        add(builder, "b");
        Object second = build(builder);
        Object copied = first.getClass().getMethod("toBuilder").invoke(first);
        add(copied, "c");

        assertThat(first).hasToString("Order{\"tags\":[\"a\"],\"sizes\":{\"a\":\"a\"}}");
        assertThat(second).hasToString("Order{\"tags\":[\"a\",\"b\"],\"sizes\":{\"a\":\"a\",\"b\":\"b\"}}");
        assertThat(build(copied)).hasToString("Order{\"tags\":[\"a\",\"c\"],\"sizes\":{\"a\":\"a\",\"c\":\"c\"}}");
    }

    @Test
    @Timeout(120)
    void manyAreAddedInTimeThatGrowsWithThem() throws ReflectiveOperationException {
        Object builder = builder();
        for (int i = 0; i < MANY; i++) {
            add(builder, "k" + i);
        }

        assertThat(build(builder).toString()).endsWith("\"k" + (MANY - 1) + "\":\"k" + (MANY - 1) + "\"}}");
    }
}
