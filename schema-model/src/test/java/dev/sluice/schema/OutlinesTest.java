package dev.sluice.schema;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.schema.model.Field;
import dev.sluice.schema.model.SchemaFile;
import dev.sluice.schema.model.SchemaSet;
import dev.sluice.schema.problem.Problem;
import dev.sluice.schema.source.FolderSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files read with no more of their imports than they need. */
class OutlinesTest {
    @TempDir
    private Path folder;

    @BeforeEach
    void writeImports() throws IOException {
        write("types.proto", """
                syntax = "proto3"; package types;
                import "far.proto"; import public "near.proto";
                message T { far.F far = 1; enum E { A = 0; } message Inner {} }
                """);
        write("far.proto", "syntax = \"proto3\"; package far; message F {}");
        write("near.proto", "syntax = \"proto3\"; package near; message N { string name = 1; }");
        write("options.proto", """
                syntax = "proto3"; package options;
                import "google/protobuf/descriptor.proto"; import "value.proto";
                extend google.protobuf.FieldOptions { value.V value = 50001; }
                """);
        write("value.proto", "syntax = \"proto3\"; package value; message V { string text = 1; }");
        write("plain.proto", """
                syntax = "proto3"; package plain;
                import "google/protobuf/descriptor.proto"; import "far.proto";
                message P { far.F far = 1; }
                extend google.protobuf.MessageOptions { string label = 50001; }
                """);
    }

    private void write(String path, String text) throws IOException {
        Files.writeString(folder.resolve(path), text);
    }

    private ReadResult outlined() throws IOException {
        return new SchemaReader(List.of())
                .readWithOutlines(new FolderSource(folder), List.of("user.proto"), SharedFiles.none());
    }

    private SchemaSet set(String user) throws IOException {
        write("user.proto", "syntax = \"proto3\"; package user;\n" + user);
        ReadResult result = outlined();
        assertThat(result).isInstanceOf(ReadResult.Read.class);
        return ((ReadResult.Read) result).set();
    }

    private static List<String> paths(SchemaSet set) {
        return set.files().stream().map(SchemaFile::filePath).toList();
    }

    private static List<Field> fields(SchemaSet set, String message) {
        return set.message(message).orElseThrow().fields();
    }

    @Test
    void anImportHasItsNamesAndNothingElse() throws IOException {
        SchemaSet set = set("import \"types.proto\"; message U { types.T t = 1; types.T.E e = 2; near.N n = 3; }");

        assertThat(paths(set)).containsExactlyInAnyOrder("near.proto", "types.proto", "user.proto");
        assertThat(fields(set, "types.T")).isEmpty();
        assertThat(fields(set, "user.U"))
                .extracting(field -> field.typeReference().orElseThrow().fullName())
                .containsExactly("types.T", "types.T.E", "near.N");
        assertThat(set.enumType("types.T.E").orElseThrow().values()).hasSize(1);
    }

    @Test
    void optionsWithMessagesHaveTheWholeOfThese() throws IOException {
        SchemaSet set = set("import \"options.proto\"; message U { int32 a = 1 [(options.value) = {text: \"x\"}]; }");

        assertThat(paths(set)).contains("value.proto", "google/protobuf/descriptor.proto");
        assertThat(fields(set, "value.V")).hasSize(1);
        assertThat(fields(set, "user.U").get(0).options().lengthDelimited(50001))
                .hasSize(1);
    }

    @Test
    void optionsThatAreScalarsNeedNoMore() throws IOException {
        SchemaSet set = set("import \"plain.proto\"; message U { option (plain.label) = \"x\"; plain.P p = 1; }");

        assertThat(paths(set)).doesNotContain("far.proto");
        assertThat(set.message("user.U").orElseThrow().options().lengthDelimited(50001))
                .hasSize(1);
        assertThat(fields(set, "google.protobuf.FieldOptions")).isEmpty();
    }

    @Test
    void standardOptionsThatNeedTheirDescriptionGetIt() throws IOException {
        SchemaSet set = set(
                "import \"plain.proto\"; message U { int32 a = 1 [retention = RETENTION_SOURCE, deprecated = true]; }");

        assertThat(fields(set, "google.protobuf.FieldOptions")).isNotEmpty();
        assertThat(fields(set, "user.U").get(0).options().varint(17)).hasValue(2);
    }

    @Test
    void aFileThatExtendsMessagesGetsTheWholeOfWhatItImports() throws IOException {
        SchemaSet set = set("import \"google/protobuf/descriptor.proto\"; import \"types.proto\";"
                + " extend google.protobuf.FileOptions { types.T t = 50002; }");

        assertThat(fields(set, "types.T")).hasSize(1);
    }

    @Test
    void problemsAreThoseOfReadingEverything() throws IOException {
        for (String user : List.of(
                "import \"types.proto\"; message U { types.Missing t = 1; far.F f = 2; }",
                "import \"types.proto\"; message U { types.T.far t = 1; }",
                "import \"options.proto\"; message U { int32 a = 1 [(options.value) = {txt: \"x\"}]; }",
                "import \"plain.proto\"; message U { option nonsense = 1; }",
                "import \"missing.proto\"; message U { int32 a = 1; int32 b = 1; }",
                "import \"types.proto\"; message U { int32 a = ; }")) {
            write("user.proto", "syntax = \"proto3\"; package user;\n" + user);

            assertThat(problems(outlined()))
                    .as(user)
                    .isNotEmpty()
                    .isEqualTo(problems(
                            new SchemaReader(List.of()).read(new FolderSource(folder), List.of("user.proto"))));
        }
    }

    private static List<Problem> problems(ReadResult result) {
        return result instanceof ReadResult.Failed failed ? failed.problems() : List.of();
    }

    @Test
    void theSameImportsOfTwoSourcesAreReadOnce() throws IOException {
        write("user.proto", "syntax = \"proto3\"; import \"near.proto\"; message U { near.N n = 1; }");
        SharedFiles shared = SharedFiles.allBut(List.of("user.proto"));
        SchemaReader reader = new SchemaReader(List.of());
        reader.readWithOutlines(new FolderSource(folder), List.of("user.proto"), shared);
        Files.delete(folder.resolve("near.proto"));

        assertThat(reader.readWithOutlines(new FolderSource(folder), List.of("user.proto"), shared))
                .isInstanceOf(ReadResult.Read.class);
    }
}
