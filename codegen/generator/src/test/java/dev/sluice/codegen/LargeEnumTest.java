package dev.sluice.codegen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.sluice.schema.model.SchemaSet;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A method of a class file has room for 64 KB: an enum fits, whatever its size, or is refused at its position. */
class LargeEnumTest {
    private static final int MAX_CONSTANTS = 2_800;
    private static final int MAX_VALUES = 3_500;

    @TempDir
    Path folder;

    @Test
    void theLargestEnumCompiles() throws ReflectiveOperationException {
        Compiled compiled = Compiled.of(
                Generator.generate(anEnum(MAX_CONSTANTS, MAX_VALUES - MAX_CONSTANTS), GeneratorOptions.DEFAULTS));

        Class<?> large = compiled.loadClass(compiled.nameOf("large.Large"));

        Object last = large.getMethod("forNumber", int.class).invoke(null, number(MAX_CONSTANTS - 1));
        assertThat(last).hasToString("VALUE_" + (MAX_CONSTANTS - 1));
        assertThat(large.getField("ALIAS_0").get(null)).hasToString("VALUE_1");
    }

    @Test
    void oneConstantMoreIsRefusedWithThePosition() {
        GenerationException refused = refusalOf(anEnum(MAX_CONSTANTS + 1, 0));

        assertThat(refused.problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.toString())
                        .contains("test.proto:4:1", "the 2801 values of enum large.Large", "room for 2800"));
    }

    @Test
    void oneAliasMoreIsRefusedWithThePosition() {
        GenerationException refused = refusalOf(anEnum(10, MAX_VALUES - 9));

        assertThat(refused.problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.toString())
                        .contains(
                                "test.proto:4:1",
                                "the 3501 values of enum large.Large, aliases included",
                                "room for 3500"));
    }

    private static GenerationException refusalOf(SchemaSet set) {
        return catchThrowableOfType(
                GenerationException.class, () -> Generator.generate(set, GeneratorOptions.DEFAULTS));
    }

    /** Numbers are so large that each takes the most bytes that a number takes. */
    private SchemaSet anEnum(int constants, int aliases) {
        StringBuilder text = new StringBuilder("syntax = \"proto3\";\npackage large;\n\nenum Large {\n");
        text.append(aliases > 0 ? "  option allow_alias = true;\n" : "");
        for (int i = 0; i < constants; i++) {
            text.append("  VALUE_").append(i).append(" = ").append(number(i)).append(";\n");
        }
        for (int i = 0; i < aliases; i++) {
            text.append("  ALIAS_").append(i).append(" = ").append(number(1)).append(";\n");
        }
        return Schemas.of(folder, text.append("}\n").toString());
    }

    private static int number(int index) {
        return index * 700_001;
    }
}
