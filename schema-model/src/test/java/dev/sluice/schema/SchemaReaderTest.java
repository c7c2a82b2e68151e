package dev.sluice.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import dev.sluice.schema.model.Field;
import dev.sluice.schema.model.SchemaFile;
import dev.sluice.schema.model.SchemaSet;
import dev.sluice.schema.problem.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SchemaReaderTest {
    @TempDir
    private Path folder;

    private void write(String path, String text) throws IOException {
        Path file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private ReadResult read(Path... imports) throws IOException {
        return SchemaReader.withImports(List.of(imports)).read(folder);
    }

    private SchemaSet set(Path... imports) throws IOException {
        ReadResult result = read(imports);
        assertThat(result).isInstanceOf(ReadResult.Read.class);
        return ((ReadResult.Read) result).set();
    }

    private List<String> problems() throws IOException {
        ReadResult result = read();
        assertThat(result).isInstanceOf(ReadResult.Failed.class);
        return ((ReadResult.Failed) result)
                .problems().stream().map(Problem::toString).toList();
    }

    @Test
    void filesComeAfterTheFilesTheyImport() throws IOException {
        write("a.proto", "syntax = \"proto3\"; import \"b/c.proto\"; message A { b.C c = 1; }");
        write("b/c.proto", "syntax = \"proto3\"; package b; message C {}");

        SchemaSet set = set();

        assertThat(set.files()).extracting(SchemaFile::filePath).containsExactly("b/c.proto", "a.proto");
        Field field = set.message("A").orElseThrow().field("c").orElseThrow();
        assertThat(field.message().orElseThrow().fullName()).isEqualTo("b.C");
    }

    @Test
    void wellKnownImportsAreFoundAndAreNotRequested() throws IOException {
        write("a.proto", """
                syntax = "proto3";
                import "google/protobuf/timestamp.proto";
                message A { google.protobuf.Timestamp at = 1; }
                """);

        SchemaSet set = set();

        assertThat(set.requestedFiles()).extracting(SchemaFile::filePath).containsExactly("a.proto");
        assertThat(set.file("google/protobuf/timestamp.proto").orElseThrow().isRequested())
                .isFalse();
    }

    @Test
    void importsAreLookedUpInFurtherFolders(@TempDir Path shared) throws IOException {
        Files.writeString(shared.resolve("s.proto"), "syntax = \"proto3\"; message S {}");
        write("a.proto", "syntax = \"proto3\"; import \"s.proto\"; message A { S s = 1; }");

        assertThat(set(shared).message("S")).isPresent();
    }

    @Test
    void aMissingImportIsNamedWithItsPosition() throws IOException {
        write("a.proto", "syntax = \"proto3\";\n\nimport \"gone.proto\";\n");

        assertThat(problems()).containsExactly("a.proto:3:1: error: import \"gone.proto\" was not found");
    }

    @Test
    void aCycleOfImportsIsNamedOnce() throws IOException {
        write("a.proto", "syntax = \"proto3\";\nimport \"b.proto\";\n");
        write("b.proto", "syntax = \"proto3\";\nimport \"c.proto\";\n");
        write("c.proto", "syntax = \"proto3\";\nimport \"a.proto\";\n");

        assertThat(problems())
                .containsExactly("c.proto:2:1: error: import cycle: a.proto -> b.proto -> c.proto -> a.proto");
    }

    @Test
    void aFileThatImportsItselfIsACycle() throws IOException {
        write("a.proto", "syntax = \"proto3\";\nimport \"a.proto\";\n");

        assertThat(problems()).containsExactly("a.proto:2:1: error: import cycle: a.proto -> a.proto");
    }

    @Test
    void aSymbolDeclaredTwiceNamesBothFiles() throws IOException {
        write("a.proto", "syntax = \"proto3\";\npackage p;\nmessage M {}\n");
        write("b.proto", "syntax = \"proto3\";\npackage p;\n\nmessage M {}\n");

        assertThat(problems()).containsExactly("b.proto:4:9: error: \"p.M\" is already declared in \"a.proto\"");
    }

    @Test
    void aFieldDeclaredTwiceIsNamedAtItsName() throws IOException {
        write("a.proto", "syntax = \"proto3\";\nmessage M {\n  int32 a = 1;\n  int32 a = 2;\n}\n");

        assertThat(problems()).containsExactly("a.proto:4:9: error: \"a\" is already declared in \"M\"");
    }

    @Test
    void aTypeThatIsNotImportedSaysWhatToImport() throws IOException {
        write("a.proto", "syntax = \"proto3\";\npackage p;\nmessage M {\n  B b = 1;\n}\n");
        write("b.proto", "syntax = \"proto3\";\npackage p;\nmessage B {}\n");

        assertThat(problems())
                .singleElement()
                .asString()
                .startsWith("a.proto:4:3:")
                .contains("import \"b.proto\";");
    }

    @Test
    void everyProblemOfEveryFileIsReported() throws IOException {
        write("a.proto", "syntax = \"proto3\";\nmessage A {\n  int32 a 1;\n  Strin b = 2;\n}\n");
        write("b.proto", "syntax = \"proto3\";\nmessage B {\n  int32 = 1;\n}\n");

        assertThat(problems())
                .anyMatch(problem -> problem.startsWith("a.proto:3:"))
                .anyMatch(problem -> problem.startsWith("b.proto:3:"));
    }

    @Test
    void filesThatDoNotImportABrokenOneAreLinkedToo() throws IOException {
        write("broken.proto", "syntax = \"proto3\"; message Broken {");
        write("user.proto", "syntax = \"proto3\"; import \"broken.proto\"; message User { Broken b = 1; None n = 2; }");
        write("other.proto", "syntax = \"proto3\"; import \"none.proto\"; message Other {}");
        assertThat(problems())
                .hasSize(2)
                .anyMatch(problem -> problem.startsWith("broken.proto:1:"))
                .contains("other.proto:1:20: error: import \"none.proto\" was not found");
    }

    @Test
    void anInnerNameShadowsAnOuterOne() throws IOException {
        write("a.proto", """
                syntax = "proto3";
                package p;
                message T {}
                message M {
                  message T {}
                  T inner = 1;
                  .p.T outer = 2;
                }
                """);

        SchemaSet set = set();

        assertThat(set.message("p.M").orElseThrow().field("inner").orElseThrow().typeReference())
                .contains(set.message("p.M.T").orElseThrow());
        assertThat(set.message("p.M").orElseThrow().field("outer").orElseThrow().typeReference())
                .contains(set.message("p.T").orElseThrow());
    }

    @Test
    void aPublicImportIsSeenByTheImporterOfItsImporter() throws IOException {
        write("a.proto", "syntax = \"proto3\"; import \"b.proto\"; message A { C c = 1; }");
        write("b.proto", "syntax = \"proto3\"; import public \"c.proto\";");
        write("c.proto", "syntax = \"proto3\"; message C {}");

        assertThat(set().message("A")).isPresent();
    }

    @Test
    void aPlainImportIsNot() throws IOException {
        write("a.proto", "syntax = \"proto3\"; import \"b.proto\"; message A { C c = 1; }");
        write("b.proto", "syntax = \"proto3\"; import \"c.proto\"; message B { C c = 1; }");
        write("c.proto", "syntax = \"proto3\"; message C {}");

        assertThat(problems()).singleElement().asString().contains("import \"c.proto\";");
    }

    @Test
    void anUnreadableFileIsAProblemAndTheOthersAreStillRead() throws IOException {
        write("a.proto", "syntax = \"proto3\"; message A {}");
        write("b.proto", "syntax = \"proto3\"; message {}");
        Path unreadable = folder.resolve("a.proto");
        assumeFalse(!unreadable.toFile().setReadable(false) || Files.isReadable(unreadable), "skipped: runs as root");

        assertThat(problems())
                .anyMatch(problem -> problem.startsWith("a.proto: error: cannot be read"))
                .anyMatch(problem -> problem.startsWith("b.proto:1:"));
    }

    @Test
    void aFolderWithoutSchemasIsAProblem() throws IOException {
        assertThat(problems()).singleElement().asString().contains("no .proto file");
    }

    @Test
    void aFolderThatIsNotThereIsAnIoException() {
        Path missing = folder.resolve("missing");

        assertThatThrownBy(() -> SchemaReader.withImports(List.of()).read(missing))
                .isInstanceOf(NoSuchFileException.class);
    }

    @Test
    void schemasBehindLinksAreImportedByTheirNamesHere(@TempDir Path outside) throws IOException {
        Files.writeString(outside.resolve("shared.proto"), "syntax = \"proto3\"; message Shared {}");
        write("a.proto", "syntax = \"proto3\"; import \"linked/shared.proto\"; message A { Shared s = 1; }");
        Files.createSymbolicLink(folder.resolve("linked"), outside);

        assertThat(set().files()).extracting(SchemaFile::filePath).containsExactly("linked/shared.proto", "a.proto");
    }
}
