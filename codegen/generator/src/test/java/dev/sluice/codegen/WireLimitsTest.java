package dev.sluice.codegen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.runtime.MalformedMessageException;
import dev.sluice.runtime.WireLimits;
import dev.sluice.runtime.wellknown.ListValue;
import dev.sluice.runtime.wellknown.Value;
import org.junit.jupiter.api.Test;

/** Limits of readers: the widest are within what a thread's stack has room for. */
class WireLimitsTest {
    private static final int DEEPEST = 1_000;

    private static byte[] nested(int depth) {
        Value value = Value.defaultInstance();
        for (int i = 0; i < depth; i += 2) {
            value = Value.builder()
                    .listValue(ListValue.builder().addValues(value).build())
                    .build();
        }
        return value.toByteArray();
    }

    @Test
    void theDeepestIsRead() {
        WireLimits deepest = new WireLimits(1 << 20, DEEPEST);

        assertThat(Value.TYPE.parseFrom(nested(DEEPEST), deepest).hasListValue())
                .isTrue();
        assertThatThrownBy(() -> Value.TYPE.parseFrom(nested(DEEPEST + 2), deepest))
                .isInstanceOf(MalformedMessageException.class)
                .hasMessageContaining("nest more than 1000 deep");
    }

    @Test
    void deeperIsNoLimit() {
        assertThatThrownBy(() -> new WireLimits(1 << 20, DEEPEST + 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("1000");
    }
}
