package dev.sluice.codegen;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Programs written against generated classes compile without a warning and find what they check. */
class ProgramsTest {

    @ParameterizedTest
    @ValueSource(strings = {"UseMessages", "UseExtensions"})
    void theProgramFindsWhatItChecks(String program) throws IOException, ReflectiveOperationException {
        List<GeneratedFile> files = new ArrayList<>(Generator.generate(Schemas.shapes(), GeneratorOptions.DEFAULTS));
        String path = program + ".java";
        files.add(new GeneratedFile(path, Files.readString(Path.of("src/test/resources/programs", path))));

        Compiled.of(files).loadClass(program).getMethod("run").invoke(null);
    }
}
