package dev.sluice.codegen;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GeneratedCodeTest {

    @Test
    void theContractCompilesWithoutAWarning() {
        Compiled compiled = Compiled.of(Generator.generate(Schemas.contract(), GeneratorOptions.DEFAULTS));

        assertThat(compiled.size()).isPositive();
    }

    @Test
    void everyShapeCompilesWithoutAWarning() {
        List<GeneratedFile> files = Generator.generate(Schemas.shapes(), GeneratorOptions.DEFAULTS);

        Compiled compiled = Compiled.of(files);

        assertThat(compiled.size()).isPositive();
    }

    @Test
    void typesOfProtobufThatTheRuntimeDoesNotBringAreGeneratedWhereTheyAreUsed(@TempDir Path folder) {
        String text = """
                syntax = "proto3";
                package shop.v1;
                import "google/protobuf/api.proto";
                message Service {
                  repeated google.protobuf.Api apis = 1;
                }
                """;
        List<GeneratedFile> files = Generator.generate(Schemas.of(folder, text), GeneratorOptions.DEFAULTS);

        assertThat(files.stream().map(GeneratedFile::path))
                .contains(
                        "shop/v1/Service.java",
                        "dev/sluice/protobuf/Api.java",
                        "dev/sluice/protobuf/SourceContext.java");
        assertThat(Compiled.of(files).size()).isPositive();
    }
}
