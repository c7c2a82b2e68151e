package dev.sluice.codegen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two schemas that give one class are refused; nothing of one file renames a class of another. */
class ClassClashesTest {
    private static final String JAVA_PACKAGE = "option java_package = \"com.example.shop\";\n";

    @TempDir
    private Path folder;

    private void write(String path, String protoPackage, String declarations) {
        try {
            Files.writeString(
                    folder.resolve(path), "syntax = \"proto2\";\npackage " + protoPackage + ";\n" + declarations);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<String> refusals() {
        GenerationException refused = assertThrows(
                GenerationException.class, () -> Generator.generate(Schemas.read(folder), GeneratorOptions.DEFAULTS));
        return refused.problems().stream()
                .map(problem -> problem.toString().replaceAll("(google/protobuf/\\w+\\.proto):\\d+:\\d+", "$1:L:C"))
                .toList();
    }

    @Test
    void messagesOfTwoFilesAreRefusedWithBothPlacesAndTheOptionThatHelps() {
        write("a.proto", "shop.a", JAVA_PACKAGE + "message Order {}\n");
        write("b.proto", "shop.b", JAVA_PACKAGE + "// Another.\n  message Order {}\n");

        assertThat(refusals())
                .containsExactly(
                        "b.proto:5:3: error: message shop.b.Order and message shop.a.Order (a.proto:4:1) both give the"
                                + " Java class com.example.shop.Order; set another java_package in one of the two files");
    }

    @Test
    void allClashesAreToldAtOnceWhateverDeclaresTheClass() {
        write(
                "a.proto",
                "shop.a",
                JAVA_PACKAGE
                        + "import \"b.proto\";\nservice Orders {}\nenum State { OPEN = 0; }\nextend shop.b.Line { optional int32 a = 100; }\n");
        write(
                "b.proto",
                "shop.b",
                JAVA_PACKAGE + "message OrdersRpcs {}\nmessage State {}\nmessage Line { extensions 100 to 200; }\n");
        write("c.proto", "shop.c", JAVA_PACKAGE + "message AExtensions {}\n");

        assertThat(refusals())
                .containsExactly(
                        "b.proto:4:1: error: message shop.b.OrdersRpcs and service shop.a.Orders (a.proto:5:1) both give the"
                                + " Java class com.example.shop.OrdersRpcs; set another java_package in one of the two files",
                        "b.proto:5:1: error: message shop.b.State and enum shop.a.State (a.proto:6:1) both give the Java class"
                                + " com.example.shop.State; set another java_package in one of the two files",
                        "c.proto:4:1: error: message shop.c.AExtensions and the extensions of a.proto (a.proto:1:1) both give"
                                + " the Java class com.example.shop.AExtensions; set another java_package in one of the two"
                                + " files");
    }

    @Test
    void classesWhoseFilesDifferInCaseOnlyAreRefused() {
        write("a.proto", "shop.a", JAVA_PACKAGE + "message Order {}\n");
        write("b.proto", "shop.b", JAVA_PACKAGE + "message ORDER {}\nmessage Item {}\nmessage ITEM {}\n");

        assertThat(refusals())
                .containsExactly(
                        "b.proto:4:1: error: message shop.b.ORDER and message shop.a.Order (a.proto:4:1) give the Java classes"
                                + " com.example.shop.ORDER and com.example.shop.Order, which differ in case only, and so do"
                                + " their files; set another java_package in one of the two files",
                        "b.proto:6:1: error: message shop.b.ITEM and message shop.b.Item (b.proto:5:1) give the Java classes"
                                + " com.example.shop.ITEM and com.example.shop.Item, which differ in case only, and so do"
                                + " their files; rename one of them");
    }

    @Test
    void aClassCannotHaveTheNameOfAPackage() {
        write("a.proto", "shop.a", JAVA_PACKAGE + "message order {}\n");
        write("b.proto", "com.example.shop.order.v1", "message Line {}\n");

        assertThat(refusals())
                .containsExactly(
                        "a.proto:4:1: error: message shop.a.order gives the Java class com.example.shop.order, and"
                                + " b.proto:2:1 the Java package of that name; set another java_package in one of the two files");
    }

    @Test
    void ofAClashWithProtobufsOwnTheOtherFileIsToldWhatToDo() {
        write(
                "z.proto",
                "shop.z",
                "import \"google/protobuf/type.proto\";\noption java_package = \"dev.sluice.protobuf\";\n"
                        + "message Type { optional google.protobuf.Type type = 1; }\n");
        write(
                "a.proto",
                "shop.a",
                "option java_package = \"dev.sluice.protobuf\";\nenum SYNTAX { A = 0; }\nmessage Line {}\n");

        assertThat(refusals())
                .containsExactly(
                        "a.proto:4:1: error: enum shop.a.SYNTAX and enum google.protobuf.Syntax"
                                + " (google/protobuf/type.proto:L:C) give the Java classes dev.sluice.protobuf.SYNTAX and"
                                + " dev.sluice.protobuf.Syntax, which differ in case only, and so do their files; set another"
                                + " java_package in this file",
                        "z.proto:5:1: error: message shop.z.Type and message google.protobuf.Type"
                                + " (google/protobuf/type.proto:L:C) both give the Java class dev.sluice.protobuf.Type; set"
                                + " another java_package in this file");
    }

    @Test
    void aPackageWithTheNameOfOneOfProtobufsClassesIsRefusedWhereItIsNamed() {
        write(
                "z.proto",
                "shop.z",
                "import \"google/protobuf/type.proto\";\n  option java_package = \"dev.sluice.protobuf.Type.v1\";\n"
                        + "message Line { optional google.protobuf.Type type = 1; }\n");
        write("y.proto", "shop.y", "option java_package = \"dev.sluice\";\nmessage protobuf {}\n");

        assertThat(refusals())
                .containsExactly(
                        "y.proto:4:1: error: message shop.y.protobuf gives the Java class dev.sluice.protobuf, and"
                                + " google/protobuf/source_context.proto:L:C the Java package of that name; set another java_package in"
                                + " this file",
                        "z.proto:4:3: error: the file gives the Java package dev.sluice.protobuf.Type, and message"
                                + " google.protobuf.Type the Java class of that name; set another java_package in this file");
    }

    @Test
    void aNewFileRenamesNoClassOfAnother() {
        write("a.proto", "shop.a", JAVA_PACKAGE + "message Message {}\n");
        write("b.proto", "shop.b", JAVA_PACKAGE + "message Message_ {}\n");

        assertThat(refusals())
                .containsExactly(
                        "b.proto:4:1: error: message shop.b.Message_ and message shop.a.Message (a.proto:4:1) both give"
                                + " the Java class com.example.shop.Message_; set another java_package in one of the two files");
    }

    @Test
    void withinOneFileAMadeNameGivesWay() {
        write("a.proto", "shop.a", JAVA_PACKAGE + "message OrdersRpcs {}\nservice Orders {}\nmessage Object {}\n");

        assertThat(Generator.generate(Schemas.read(folder), GeneratorOptions.DEFAULTS).stream()
                        .map(GeneratedFile::path))
                .containsExactly(
                        "com/example/shop/Object_.java",
                        "com/example/shop/OrdersRpcs.java",
                        "com/example/shop/OrdersRpcs_.java");
    }

    @Test
    void nestedTypesWhoseNamesDifferInCaseOnlyAreRefused() {
        write("a.proto", "shop.a", """
                message Order {
                  message Line {
                    message bar {}
                    enum Bar { A = 0; }
                  }
                  message line {}
                }
                message Other { message LINE {} message bar {} }
                """);

        assertThat(refusals())
                .containsExactly(
                        "a.proto:5:5: error: message shop.a.Order.Line.bar and enum shop.a.Order.Line.Bar (a.proto:6:5)"
                                + " give the Java classes shop.a.Order.Line.bar and shop.a.Order.Line.Bar, which differ in case"
                                + " only, and so do their files; rename one of them",
                        "a.proto:8:3: error: message shop.a.Order.line and message shop.a.Order.Line (a.proto:4:3) give the"
                                + " Java classes shop.a.Order.line and shop.a.Order.Line, which differ in case only, and so do"
                                + " their files; rename one of them");
    }

    @Test
    void aClassMadeWithinAMessageHasAFileOfItsOwnOnEveryDisk() {
        write("a.proto", "shop.a", """
                message Order {
                  message builder {}
                  message Paycase {}
                  enum NOTSET { X = 0; }
                  oneof pay { string by_card = 1; string bycard = 2; string notset = 3; }
                  oneof ship_to { string home = 4; }
                  oneof shipto { string shop = 5; }
                }
                message Paycase { oneof pay { string a = 1; } }
                """);

        Compiled compiled = Compiled.of(Generator.generate(Schemas.read(folder), GeneratorOptions.DEFAULTS));
        assertThat(compiled.classNames())
                .contains(
                        "shop.a.Order$builder_",
                        "shop.a.Order$Builder",
                        "shop.a.Order$Paycase",
                        "shop.a.Order$PayCase_$ByCard",
                        "shop.a.Order$PayCase_$Bycard_",
                        "shop.a.Order$PayCase_$Notset_",
                        "shop.a.Order$ShipToCase",
                        "shop.a.Order$ShiptoCase_",
                        "shop.a.Paycase$PayCase")
                .extracting(name -> name.toLowerCase(Locale.ROOT))
                .doesNotHaveDuplicates();
    }
}
