package dev.sluice.codegen;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.DynamicMessage;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.sluice.codegen.Bindings.Bound;
import dev.sluice.codegen.jsonschema.JsonSchemas;
import dev.sluice.runtime.JsonDefaults;
import dev.sluice.runtime.Message;
import dev.sluice.runtime.Violation;
import dev.sluice.schema.model.SchemaSet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The JSON Schemas say what the constraints say, as far as JSON Schema can. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class JsonSchemaTest {
    private static final List<String> SAID = List.of(
            "required",
            "string.pattern",
            "string.min_len",
            "string.max_len",
            "string.uri_empty",
            "uint32.",
            "int32.",
            "uint64.gte",
            "double.",
            "enum.",
            "map.",
            "repeated.");

    private final SchemaRegistry registry = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
    private final SchemaSet contract = Schemas.contract();
    private final Map<String, GeneratedFile> files = new TreeMap<>();
    private List<Bound> all = List.of();

    @BeforeAll
    void generate() {
        all = Bindings.of(contract).messages();
        for (GeneratedFile file : JsonSchemas.of(contract)) {
            files.put(file.path().replace(".schema.json", ""), file);
        }
    }

    List<Bound> messages() {
        return all;
    }

    private String text(Bound bound) {
        return files.getOrDefault(bound.toString(), new GeneratedFile("none", ""))
                .text();
    }

    @Test
    void theCommittedSchemasAreThoseOfTheProtos() throws IOException {
        Path folder = Schemas.root().resolve("schemas/json-schema");
        if (Boolean.getBoolean("sluice.update")) {
            new OutputFolder(folder).write(List.copyOf(files.values()));
            Files.delete(folder.resolve(OutputFolder.MANIFEST));
        }
        Map<String, String> committed = new TreeMap<>();
        try (Stream<Path> paths = Files.list(folder)) {
            for (Path path : paths.toList()) {
                committed.put(path.getFileName().toString(), Files.readString(path));
            }
        }
        Map<String, String> expected = new TreeMap<>();
        files.values().forEach(file -> expected.put(file.path(), file.text()));

        assertThat(committed)
                .as("schemas/json-schema differs from what the protos give; -Dsluice.update=true rewrites it")
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @MethodSource("messages")
    void everySchemaIsAJsonSchema(Bound bound) {
        Schema metaSchema = registry.getSchema(SchemaLocation.of(SpecificationVersion.DRAFT_2020_12.getDialectId()));

        assertThat(metaSchema.validate(text(bound), InputFormat.JSON)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("messages")
    void theSchemaAcceptsWhatTheConstraintsAccept(Bound bound) {
        Schema schema = registry.getSchema(text(bound), InputFormat.JSON);
        for (int goodness : new int[] {3, 20, 200}) {
            for (int seed = 0; seed < 60; seed++) {
                DynamicMessage random = new LikelyMessages(contract, seed, goodness).next(bound.descriptor());
                Message message = bound.binding().parseFrom(random.toByteArray());
                List<Violation> expected = message.validate().stream()
                        .filter(violation -> SAID.stream().anyMatch(violation.rule()::startsWith))
                        .toList();
                for (JsonDefaults defaults : JsonDefaults.values()) {
                    String json = message.toJson(defaults);

                    assertThat(schema.validate(json, InputFormat.JSON).isEmpty())
                            .as(
                                    "seed %d, goodness %d: %s, violations %s, schema's %s",
                                    seed, goodness, json, expected, schema.validate(json, InputFormat.JSON))
                            .isEqualTo(expected.isEmpty());
                }
            }
        }
    }

    @Test
    void aMemberOfAnotherTypeIsRefused() {
        Schema schema = registry.getSchema(
                files.getOrDefault("sluice.work.v1.WorkItem", new GeneratedFile("none", ""))
                        .text(),
                InputFormat.JSON);
        String valid =
                "{\"workId\":\"w\",\"tenant\":\"t\",\"kind\":\"k\",\"criticality\":\"CRITICALITY_CRITICAL\",\"deadlineMs\":\"5\",\"attempt\":1}";

        assertThat(schema.validate(valid, InputFormat.JSON)).isEmpty();
        for (String[] mutation : new String[][] {
            {"\"w\"", "1"},
            {"\"CRITICALITY_CRITICAL\"", "\"URGENT\""},
            {"\"5\"", "\"five\""},
            {"\"5\"", "5.5"},
            {"\"attempt\":1", "\"attempt\":0"},
            {"\"attempt\":1", "\"attempt\":\"one\""},
            {"{\"workId\"", "{\"w\""},
            {"\"t\"", "null"}
        }) {
            String mutated = valid.replace(mutation[0], mutation[1]);
            assertThat(schema.validate(mutated, InputFormat.JSON)).as(mutated).isNotEmpty();
        }
    }
}
