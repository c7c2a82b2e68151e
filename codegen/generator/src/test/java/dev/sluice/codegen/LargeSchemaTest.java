package dev.sluice.codegen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.sluice.runtime.Message;
import dev.sluice.schema.model.SchemaSet;
import java.lang.reflect.Method;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A method of a class file has room for 64 KB, a constant too: what is large compiles, or is refused at its position. */
class LargeSchemaTest {
    private static final int MAX = 1_500;

    @TempDir
    Path folder;

    private Compiled compiled(String text) {
        return Compiled.of(Generator.generate(Schemas.of(folder, text), GeneratorOptions.DEFAULTS));
    }

    private static String lines(int count, String line) {
        return IntStream.range(0, count)
                .mapToObj(i -> line.replace("#", String.valueOf(i + 1)))
                .collect(Collectors.joining("\n", "", "\n"));
    }

    @Test
    void manyConstraintsCompileAndAreChecked() throws ReflectiveOperationException {
        Compiled compiled = compiled("syntax = \"proto3\";\npackage large;\nimport \"buf/validate/validate.proto\";\n"
                + "message M {\n"
                + lines(
                        700,
                        "string f# = # [(buf.validate.field).string = {min_len: 2, max_len: 9, pattern: '^[a-z]*$'},"
                                + " (buf.validate.field).cel = {id: 'c#', message: 'not b', expression: \"this != 'b'\"}];")
                + "}\n");

        Message none = (Message)
                compiled.loadClass("large.M").getMethod("defaultInstance").invoke(null);

        assertThat(none.validate()).hasSize(700);
    }

    @Test
    void manyFieldsOfEachKindCompileWhateverTheirNames() throws ReflectiveOperationException {
        Compiled compiled = compiled("syntax = \"proto2\";\npackage large;\nmessage S { required int32 need = 1; }\n"
                + "message M {\n  optional M sealMessages0 = 5001;\n  optional M names0 = 5002;\n"
                + lines(2_400, "required S f# = #;") + "}\n"
                + "message L {\n" + lines(2_400, "repeated int32 f# = #;") + "}\n");

        Message.Builder<?> builder = (Message.Builder<?>)
                compiled.loadClass("large.M").getMethod("builder").invoke(null);

        assertThat(builder.buildPartial().missing()).isEqualTo("f1");
        assertThat(compiled.loadClass("large.L").getMethod("defaultInstance").invoke(null))
                .isNotNull();
    }

    @Test
    void aListOfManyValuesCompiles() throws ReflectiveOperationException {
        String values =
                IntStream.range(0, 8_000).mapToObj(i -> "'value" + i + "'").collect(Collectors.joining(", "));
        Compiled compiled = compiled("syntax = \"proto3\";\npackage large;\nimport \"buf/validate/validate.proto\";\n"
                + "message M { string f = 1 [(buf.validate.field).string = {in: [" + values + "]}]; }\n");

        Message none = (Message)
                compiled.loadClass("large.M").getMethod("defaultInstance").invoke(null);

        assertThat(none.validate()).hasSize(1);
    }

    @Test
    void aLongDefaultCompilesAndReads() throws ReflectiveOperationException {
        String text = "x".repeat(21_844) + "\ud83d\ude00" + "\u20ac".repeat(40_000);
        Compiled compiled =
                compiled("syntax = \"proto2\";\npackage large;\nmessage M { optional string f = 1 [default = \"" + text
                        + "\"]; }\n");

        Class<?> type = compiled.loadClass("large.M");
        Object none = type.getMethod("defaultInstance").invoke(null);

        assertThat(type.getMethod("f").invoke(none)).isEqualTo(text);
    }

    @Test
    void theMostExtensionsAndMethodsCompile() throws ReflectiveOperationException {
        Compiled compiled = compiled("syntax = \"proto2\";\npackage large;\nmessage M { extensions 1 to max; }\n"
                + "extend M {\n" + lines(MAX, "optional M extension_of_a_long_name_# = #;") + "}\n"
                + "service S {\n" + lines(MAX, "rpc MethodOfALongName#(M) returns (M);") + "}\n");

        Method all = compiled.loadClass("large.SRpcs").getMethod("all");

        assertThat((List<?>) all.invoke(null)).hasSize(MAX);
        assertThat(compiled.loadClass("large.TestExtensions").getFields()).hasSizeGreaterThanOrEqualTo(MAX);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            extend M {        | optional M e# = #;         | the 1501 extensions of file test.proto
            message N {extend M { | optional M e# = #;     | the 1501 extensions of message large.N
            service S {       | rpc R#(M) returns (M);     | the 1501 methods of service large.S
            """)
    void oneMoreIsRefusedWithThePosition(String opening, String line, String what) {
        SchemaSet set = Schemas.of(
                folder,
                "syntax = \"proto2\";\npackage large;\nmessage M { extensions 1 to max; }\n" + opening + "\n"
                        + lines(MAX + 1, line) + "}\n" + (opening.contains("message") ? "}\n" : ""));

        GenerationException refused = catchThrowableOfType(
                GenerationException.class, () -> Generator.generate(set, GeneratorOptions.DEFAULTS));

        assertThat(refused.problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.toString()).contains("test.proto:", what, "room for 1500"));
    }
}
