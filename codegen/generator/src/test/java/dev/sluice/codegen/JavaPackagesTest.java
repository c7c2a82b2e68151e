package dev.sluice.codegen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.sluice.schema.ReadResult;
import dev.sluice.schema.SchemaReader;
import dev.sluice.schema.model.SchemaSet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A text that is no Java package ends up in no path and in no source: it is refused where it stands. */
class JavaPackagesTest {
    private static final String REMEDY =
            " one whose parts between dots are of letters, digits, _ and $, none with a digit first";

    @TempDir
    private Path folder;

    private static String file(String javaPackage, String declarations) {
        return "syntax = \"proto3\";\npackage shop;\n  option java_package = \"" + javaPackage + "\";\n" + declarations;
    }

    private static List<String> refusals(SchemaSet set) {
        GenerationException refused = catchThrowableOfType(
                GenerationException.class, () -> Generator.generate(set, GeneratorOptions.DEFAULTS));
        return refused == null
                ? List.of()
                : refused.problems().stream().map(Object::toString).toList();
    }

    /** The set of a folder's files, which imports those of another. */
    private SchemaSet importing(String imported, String importing) throws IOException {
        Path imports = Files.createDirectories(folder.resolve("imports"));
        Files.writeString(imports.resolve("line.proto"), imported);
        Path own = Files.createDirectories(folder.resolve("own"));
        Files.writeString(own.resolve("order.proto"), importing);
        ReadResult result = SchemaReader.withImports(List.of(imports)).read(own);
        assertThat(result).isInstanceOf(ReadResult.Read.class);
        return ((ReadResult.Read) result).set();
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            delimiter = '@',
            value = {
                "/tmp/x@/tmp/x",
                "a b.1c.d-e@a b",
                "a.1c.d-e@1c",
                "x; class Evil {} //@x; class Evil {} //",
                "x/../../evil@x/",
                "..@",
                "a..b@",
                "@",
                "shop.\\u002e@\\u002e",
                "shop.größe@größe",
            })
    void whatIsNoPackageIsRefusedAtTheOption(String javaPackage, String segment) {
        String text = javaPackage == null ? "" : javaPackage;
        String written = text.replace("\\", "\\\\");
        String part = segment == null ? "" : segment;
        assertThat(refusals(Schemas.of(folder, file(written, "message Order {}\nservice Orders {}\n"))))
                .containsExactly("test.proto:3:3: error: java_package \"" + text + "\" is no Java package: \"" + part
                        + "\" is no Java identifier; name" + REMEDY);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "message Order {}",
                "enum State { OPEN = 0; }",
                "import \"google/protobuf/empty.proto\";\nservice Orders { rpc Close(google.protobuf.Empty) returns"
                        + " (google.protobuf.Empty); }"
            })
    void whateverTheFileDeclares(String declaration) {
        assertThat(refusals(Schemas.of(folder, file("a-b", declaration)))).hasSize(1);
        assertThat(refusals(Schemas.of(folder, "syntax = \"proto3\";\n" + declaration)))
                .containsExactly(
                        "test.proto:1:1: error: the file has neither a package nor the option java_package, and"
                                + " Java needs one of them");
    }

    @Test
    void whatGivesNoJavaNeedsNoPackage() {
        String extension = "import \"google/protobuf/descriptor.proto\";\n"
                + "extend google.protobuf.FieldOptions { bool secret = 50000; }\n";
        assertThat(Generator.generate(
                        Schemas.of(folder, "syntax = \"proto3\";\n" + extension), GeneratorOptions.DEFAULTS))
                .isEmpty();
        assertThat(Generator.generate(Schemas.of(folder, file("a-b", extension)), GeneratorOptions.DEFAULTS))
                .isEmpty();
    }

    @Test
    void keywordsAndAllThatJavaAllowsStayPackages() {
        assertThat(Generator.generate(
                        Schemas.of(folder, file("com.Example.new._.$x1", "message Order {}\n")),
                        GeneratorOptions.DEFAULTS))
                .satisfiesExactly(order -> {
                    assertThat(order.path()).isEqualTo("com/Example/new_/__/$x1/Order.java");
                    assertThat(order.text()).contains("package com.Example.new_.__.$x1;");
                });
    }

    @Test
    void anImportWhoseTypeIsUsedIsRefusedWhereItStands() throws IOException {
        SchemaSet set = importing(
                file("x; class Evil {} //", "message Line {}\n"),
                "syntax = \"proto3\";\npackage own;\nimport \"line.proto\";\nmessage Order { map<string, shop.Line> lines = 1; }\n");

        assertThat(refusals(set))
                .containsExactly("line.proto:3:3: error: java_package \"x; class Evil {} //\" is no Java package:"
                        + " \"x; class Evil {} //\" is no Java identifier; name" + REMEDY);
    }

    @Test
    void anImportOfWhichNoClassIsNamedMayHaveAnyPackage() throws IOException {
        SchemaSet set = importing(
                file(
                        "a-b",
                        "import \"google/protobuf/descriptor.proto\";\nmessage Secrecy {}\n"
                                + "extend google.protobuf.MessageOptions { Secrecy secrecy = 50000; }\n"),
                "syntax = \"proto3\";\npackage own;\nimport \"line.proto\";\nmessage Order { option (shop.secrecy) = {}; }\n");

        assertThat(Generator.generate(set, GeneratorOptions.DEFAULTS))
                .extracting(GeneratedFile::path)
                .containsExactly("own/Order.java");
    }

    @Test
    void packagesThatJavaReservesForItselfAreRefused() {
        assertThat(refusals(Schemas.of(folder, file("java.lang", "message Order {}\n"))))
                .containsExactly(
                        "test.proto:3:3: error: java_package \"java.lang\" is one that Java reserves for itself;"
                                + " name another");
        assertThat(refusals(Schemas.of(folder, "syntax = \"proto3\";\npackage java;\nmessage Order {}\n")))
                .containsExactly("test.proto:2:1: error: the package \"java\" is one that Java reserves for itself;"
                        + " set the option java_package to another");
        assertThat(refusals(Schemas.of(folder, file("javax.shop", "message Order {}\n"))))
                .isEmpty();
    }

    @Test
    void namesThatAreTooLongForAFileAreRefusedWhereTheyStand() {
        String longest = "N".repeat(237);
        assertThat(refusals(Schemas.of(folder, file("shop", "message " + longest + " {}\n"))))
                .isEmpty();
        assertThat(refusals(Schemas.of(
                        folder,
                        file(
                                "shop",
                                "message M {\n  enum " + longest + " { Z = 0; }\n}\nservice " + longest + " {}\n"))))
                .satisfiesExactly(
                        nested -> assertThat(nested)
                                .startsWith("test.proto:5:3: error: no Java is generated for shop.M.NNN")
                                .contains("would have 239 characters, and file systems have room for 237"),
                        service -> assertThat(service)
                                .startsWith("test.proto:7:1: ")
                                .contains(" 241 characters"));
    }
}
