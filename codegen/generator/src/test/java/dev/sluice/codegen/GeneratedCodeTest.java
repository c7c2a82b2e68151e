package dev.sluice.codegen;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

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
}
