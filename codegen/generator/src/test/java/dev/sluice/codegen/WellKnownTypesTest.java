package dev.sluice.codegen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import dev.sluice.schema.ReadResult;
import dev.sluice.schema.SchemaReader;
import dev.sluice.schema.source.WellKnownSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The runtime's classes for google.protobuf are what the generator makes of its schemas. */
class WellKnownTypesTest {

    @Test
    void theRuntimesClassesAreThoseOfTheGenerator() throws IOException {
        List<String> paths = Stream.of("any", "duration", "empty", "field_mask", "struct", "timestamp", "wrappers")
                .map(name -> "google/protobuf/" + name + ".proto")
                .toList();
        ReadResult result = new SchemaReader(List.of()).read(new WellKnownSource(), paths);
        if (!(result instanceof ReadResult.Read read)) {
            fail(result.toString());
            return;
        }
        Path sources = Schemas.root().resolve("codegen/runtime/src/main/java");
        List<GeneratedFile> files = Generator.generateRuntime(read.set());

        assertThat(files).hasSize(18);
        for (GeneratedFile file : files) {
            Path path = sources.resolve(file.path());
            if (Boolean.getBoolean("sluice.update")) {
                Files.writeString(path, file.text());
            }
            assertThat(path)
                    .as("-Dsluice.update=true rewrites the classes of the runtime")
                    .hasContent(file.text());
        }
    }
}
