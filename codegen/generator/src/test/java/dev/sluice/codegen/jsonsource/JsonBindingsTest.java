package dev.sluice.codegen.jsonsource;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.sluice.codegen.Compiled;
import dev.sluice.codegen.GeneratedFile;
import dev.sluice.runtime.MalformedMessageException;
import dev.sluice.runtime.Violation;
import dev.sluice.runtime.json.JsonDocument;
import dev.sluice.runtime.json.JsonValue;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What networknt's validator says of a document, and what the bindings say that are made from its schema, agree. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class JsonBindingsTest {
    private static final String BASE = "https://shop.example/schemas/";
    private static final int DOCUMENTS = 3_000;

    private final Map<String, byte[]> files = new TreeMap<>();
    private final Map<String, JsonValue> schemas = new HashMap<>();
    private List<GeneratedFile> generated = List.of();
    private Compiled compiled = Compiled.of(List.of());
    private SchemaRegistry registry = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

    @BeforeAll
    void generate() throws IOException {
        files.putAll(SchemaFolder.read(Path.of("src/test/resources/json-schemas")));
        Map<String, String> known = new HashMap<>();
        files.forEach((path, bytes) -> {
            String text = new String(bytes, StandardCharsets.UTF_8);
            String name = path.substring(path.lastIndexOf('/') + 1);
            known.put(BASE + name, text);
            schemas.put(name, JsonValue.parse(text));
        });
        registry = SchemaRegistry.withDefaultDialect(
                SpecificationVersion.DRAFT_2020_12, builder -> builder.schemas(known));
        generated = JsonBindings.of(files, "");
        compiled = Compiled.of(generated);
    }

    @Test
    void theSameSchemasGiveTheSameBytes() {
        assertThat(JsonBindings.of(new HashMap<>(files), "")).isEqualTo(generated);
    }

    @Test
    void theExampleOfTheGuideCompiles() throws IOException {
        String guide = Files.readString(Path.of(System.getProperty("sluice.root"), "docs/json-schema.md"));
        byte[] schema = fence(guide, "json").getBytes(StandardCharsets.UTF_8);
        List<GeneratedFile> program = new ArrayList<>(JsonBindings.of(Map.of("order.json", schema), "guide"));
        program.add(new GeneratedFile("guide/Guide.java", """
                package guide;
                import dev.sluice.runtime.Violation;
                import java.util.*;
                abstract class Guide {
                    String use(String text) {
                        %s
                        return again + found + id + note;
                    }
                    abstract void ship(Order order);
                    abstract void log(String text);
                    abstract void charge(String number);
                }
                """.formatted(fence(guide, "java"))));

        assertThat(Compiled.of(program).size()).isPositive();
    }

    private static String fence(String guide, String language) {
        int start = guide.indexOf("\n```" + language + "\n") + language.length() + 5;
        return guide.substring(start, guide.indexOf("\n```\n", start));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "order.schema.json=Order",
                "customer.schema.json=Customer",
                "tree.schema.json=Tree",
                "old.schema.json=Old",
                "strict.schema.json=Strict",
                "numbers.json=Numbers",
                "status.json=ServiceStatus",
                "event.json=Event"
            })
    void networkntAgreesAndRoundTripsKeepTheDocument(String fileAndClass) {
        String file = fileAndClass.substring(0, fileAndClass.indexOf('='));
        JsonBinding binding =
                JsonBinding.load(compiled, "shop." + fileAndClass.substring(fileAndClass.indexOf('=') + 1));
        Schema judge = registry.getSchema(SchemaLocation.of(BASE + file));
        JsonValue schema = Objects.requireNonNull(schemas.get(file));
        long seed = new Random().nextLong();
        int valid = 0;
        for (int i = 0; i < DOCUMENTS; i++) {
            JsonInstances instances = new JsonInstances((ref, from) -> resolved(schema, ref), seed + i);
            JsonValue document = instances.of(schema);
            for (int mutations = i % 3; mutations > 0; mutations--) {
                document = instances.mutated(document);
            }
            String json = document.toJson();
            List<Error> errors = judge.validate(
                    json,
                    InputFormat.JSON,
                    context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)));
            valid += errors.isEmpty() ? 1 : 0;
            String verdict = verdict(binding, document);
            assertThat(verdict.isEmpty())
                    .as("seed %d: %s: binding: %s; networknt: %s", seed + i, json, verdict, errors)
                    .isEqualTo(errors.isEmpty());
        }
        assertThat(valid).as("valid documents, seed %d", seed).isBetween(DOCUMENTS / 20, DOCUMENTS * 19 / 20);
    }

    /** What is wrong with a document as the binding has it; nothing is lost on the way. */
    private static String verdict(JsonBinding binding, JsonValue document) {
        JsonDocument read;
        try {
            read = binding.fromJson(document.toJson());
        } catch (MalformedMessageException e) {
            return String.valueOf(e.getMessage());
        }
        JsonValue written = read.toJsonValue();
        assertThat(written).as("of %s", document.toJson()).isEqualTo(normalized(document));
        assertThat(binding.fromJson(read.toJson())).isEqualTo(read).hasSameHashCodeAs(read);
        List<String> found = new ArrayList<>();
        for (Violation violation : read.validate()) {
            found.add(violation.toString());
        }
        return String.join("; ", found);
    }

    /** Times as they are written: with as many digits as they need. */
    private static JsonValue normalized(JsonValue document) {
        return JsonValue.parse(document.toJson().replace("00.500+", "00.5+").replace("59.250-", "59.25-"));
    }

    /** The schema that a reference names: in the file it names, else in the first file that has it. */
    private JsonValue resolved(JsonValue schema, String ref) {
        int hash = ref.indexOf('#');
        String file = hash < 0 ? ref : ref.substring(0, hash);
        List<JsonValue> places = new ArrayList<>(List.of(schema));
        places.addAll(schemas.values());
        if (!file.isEmpty()) {
            places = List.of(Objects.requireNonNull(schemas.get(file)));
        }
        for (JsonValue place : places) {
            JsonValue at = place;
            for (String step :
                    hash < 0 ? new String[0] : ref.substring(hash + 1).split("/")) {
                at = step.isEmpty() || !(at instanceof JsonValue.ObjectValue object)
                        ? at
                        : object.members().getOrDefault(step, JsonValue.NULL);
            }
            if (at instanceof JsonValue.ObjectValue) {
                return at;
            }
        }
        throw new IllegalArgumentException(ref);
    }
}
