package dev.sluice.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.DescriptorProtos.FileDescriptorSet;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SluiceTest {
    private static final String ORDER = """
            syntax = "proto3";
            package shop.v1;
            message Order {
              string id = 1;
              int32 quantity = 3;
            }
            """;

    @TempDir
    private Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @BeforeEach
    void writeSchemas() throws IOException {
        write("old/order.proto", ORDER);
        write("same/order.proto", ORDER);
        write("new/order.proto", ORDER.replace("int32 quantity", "string quantity"));
        write(
                "bad/order.proto",
                ORDER.replace("string id = 1;", "string id = ;").replace("int32", "itn32"));
    }

    private Path write(String path, String text) throws IOException {
        Path file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }

    private String at(String path) {
        return folder.resolve(path).toString();
    }

    private int run(String... arguments) {
        out.reset();
        err.reset();
        PrintStream outStream = new PrintStream(out, true, StandardCharsets.UTF_8);
        PrintStream errStream = new PrintStream(err, true, StandardCharsets.UTF_8);
        return Sluice.run(Arrays.asList(arguments), new Console(outStream, errStream, false));
    }

    private String out() {
        return out.toString(StandardCharsets.UTF_8);
    }

    private String err() {
        return err.toString(StandardCharsets.UTF_8);
    }

    @Test
    void checkOfEqualSchemasIsClean() {
        assertThat(run("check", at("same"), "--against", at("old"))).isZero();
        assertThat(out()).isEqualTo("no breaking changes\n");
        assertThat(err()).isEqualTo("baseline: " + at("old") + "\n");
    }

    @Test
    void checkOfABreakingChangeExitsWithOne() {
        assertThat(run("check", at("new"), "--against", at("old"))).isOne();
        assertThat(out()).startsWith(at("new") + "/order.proto:5:3: error FIELD_SAME_TYPE: field 3 \"quantity\"");
    }

    @Test
    void checkReadsDescriptorSetsToo() {
        assertThat(run("build", at("old"), "--out", at("old.binpb"))).isZero();

        assertThat(run("check", at("new"), "--against=" + at("old.binpb"), "--format", "json"))
                .isOne();
        assertThat(out()).contains("\"start_line\":5,\"start_column\":3,", "\"type\":\"FIELD_SAME_TYPE\"");
    }

    @Test
    void unreadableSchemasExitWithTwoAndNameEveryProblem() {
        assertThat(run("check", at("bad"), "--against", at("old"))).isEqualTo(2);
        assertThat(out()).isEmpty();
        assertThat(err()).contains("order.proto:4:").contains("problem");
    }

    @Test
    void aBaselineThatIsNotThereExitsWithThree() {
        assertThat(run("check", at("new"), "--against", at("gone"))).isEqualTo(3);
        assertThat(err()).isEqualTo("sluice check: no baseline: there is no " + at("gone") + "\n");
    }

    @Test
    void schemasThatAreNotThereExitWithTwo() {
        assertThat(run("check", at("gone"), "--against", at("old"))).isEqualTo(2);
        assertThat(err()).contains("there is no " + at("gone"));
    }

    @Test
    void mistypedWordsGetASuggestion() {
        assertThat(run("chekc")).isEqualTo(2);
        assertThat(err()).contains("did you mean check?");
        assertThat(run("check", at("new"), "--agianst", at("old"))).isEqualTo(2);
        assertThat(err()).contains("did you mean --against?");
        assertThat(run("check", at("new"), "--against", at("old"), "--use", "FEILD_SAME_TYPE"))
                .isEqualTo(2);
        assertThat(err()).contains("did you mean FIELD_SAME_TYPE?");
        assertThat(run("check", at("new"), "--against", at("old"), "--format", "jsno"))
                .isEqualTo(2);
        assertThat(err()).contains("did you mean json?");
    }

    @Test
    void explainPrintsThePageOfARule() {
        assertThat(run("explain", "field_same_type")).isZero();
        assertThat(out()).startsWith("FIELD_SAME_TYPE\n").contains("Wire: may break.", "Instead order.proto:");
        assertThat(run("explain", "WIRE")).isZero();
        assertThat(out())
                .startsWith("WIRE: ")
                .contains("FIELD_WIRE_COMPATIBLE_TYPE")
                .doesNotContain("FIELD_SAME_TYPE");
        assertThat(run("explain")).isZero();
        assertThat(out()).contains("FIELD_SAME_TYPE", "\nCSR: ");
        assertThat(run("explain", "FIELD_SAME_TPYE")).isEqualTo(2);
        assertThat(err()).contains("neither a rule nor a category; did you mean FIELD_SAME_TYPE?");
    }

    @Test
    void anOptionIsNotTheValueOfTheOptionBeforeIt() {
        assertThat(run("check", at("new"), "--against", "--format=json")).isEqualTo(2);
        assertThat(err()).contains("--against wants a value");
    }

    @Test
    void everyWordOfVerifysRulesMustNameOne() {
        assertThat(run("verify", "http://127.0.0.1:1", "--rules", "1.*,9.9")).isEqualTo(2);
        assertThat(err()).contains("\"9.9\" names no rule");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"ftp://h", "http://", "http://h:1/v1", "http://h?x", "http://u@h", "127.0.0.1:80", "http://a b"})
    void verifyRefusesWhatIsNotTheRootOfAProvider(String url) {
        assertThat(run("verify", url)).isEqualTo(2);
        assertThat(err()).contains("\"" + url + "\"").contains("Try: sluice verify --help");
    }

    @Test
    void aProviderThatDoesNotAnswerConformsToNothing() {
        assertThat(run("verify", "http://127.0.0.1:1", "--rules", "1.1")).isOne();
        assertThat(out()).contains("INCONCLUSIVE").contains("no connection");
    }

    @ParameterizedTest
    @ValueSource(strings = {"check", "waive", "build", "generate", "json-schema", "verify"})
    void everyCommandHasHelpAndSaysWhatIsMissing(String command) {
        assertThat(run(command, "--help")).isZero();
        assertThat(out()).startsWith("sluice " + command + ": ").contains("Usage: sluice " + command);
        assertThat(run("help", command)).isZero();
        assertThat(run(command)).isEqualTo(2);
        assertThat(err()).contains("is missing").contains("Try: sluice " + command + " --help");
    }

    @Test
    void helpAndVersionGoToStandardOutput() {
        assertThat(run("--help")).isZero();
        assertThat(out()).contains("check NEW --against OLD");
        assertThat(run("--version")).isZero();
        assertThat(out()).startsWith("sluice ");
        assertThat(run()).isEqualTo(2);
        assertThat(err()).contains("Usage: sluice COMMAND");
    }

    @Test
    void buildWritesADescriptorSetThatOthersRead() throws IOException {
        assertThat(run("build", at("old"), "--out", at("deep/er/set.binpb"))).isZero();

        FileDescriptorSet set = FileDescriptorSet.parseFrom(Files.readAllBytes(folder.resolve("deep/er/set.binpb")));
        assertThat(set.getFileList()).singleElement().satisfies(file -> {
            assertThat(file.getName()).isEqualTo("order.proto");
            assertThat(file.getSourceCodeInfo().getLocationCount()).isPositive();
        });
        assertThat(run("build", at("old"), "--out", at("set.binpb"), "--no-source-info"))
                .isZero();
        assertThat(FileDescriptorSet.parseFrom(Files.readAllBytes(folder.resolve("set.binpb")))
                        .getFile(0)
                        .hasSourceCodeInfo())
                .isFalse();
    }

    @Test
    void nothingIsWrittenWhenSchemasCannotBeRead() throws IOException {
        Files.writeString(folder.resolve("set.binpb"), "before");

        assertThat(run("build", at("bad"), "--out", at("set.binpb"))).isEqualTo(2);
        assertThat(run("generate", at("bad"), "--out", at("java"))).isEqualTo(2);

        assertThat(Files.readString(folder.resolve("set.binpb"))).isEqualTo("before");
        assertThat(folder.resolve("java")).doesNotExist();
    }

    @Test
    void generateRefusesConstraintsThatDoNotCompileUnlessToldOtherwise() throws IOException {
        write(
                "rules/order.proto",
                ORDER.replace("message", "import \"buf/validate/validate.proto\"; message")
                        .replace(
                                "= 3;",
                                "= 3 [(buf.validate.field).cel = {id: \"few\", expression: \"this in {1: 2}\"}];"));
        assertThat(run("generate", at("rules"), "--out", at("java"))).isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8))
                .startsWith(
                        "order.proto:5:3: error: constraint few of shop.v1.Order.quantity cannot be generated, because"
                                + " it makes a map; ");
        assertThat(folder.resolve("java")).doesNotExist();

        assertThat(run("generate", at("rules"), "--out", at("java"), "--allow-uncompiled-rules"))
                .isZero();
        assertThat(err.toString(StandardCharsets.UTF_8))
                .isEqualTo("order.proto:5:3: warning: constraint few of shop.v1.Order.quantity is not checked by"
                        + " validate(), because it makes a map; ProtovalidateFallback of sluice-protovalidate checks it"
                        + System.lineSeparator());
        assertThat(folder.resolve("java/shop/v1/Order.java")).exists();
    }

    @Test
    void generateWritesBindingsAndTakesStaleOnesAway() throws IOException {
        assertThat(run("generate", at("old"), "--out", at("java"))).isZero();
        assertThat(folder.resolve("java/shop/v1/Order.java")).exists();
        Files.writeString(folder.resolve("java/shop/v1/Mine.java"), "package shop.v1;");
        write("old/order.proto", ORDER.replace("message Order", "message Purchase"));

        assertThat(run("generate", at("old"), "--out", at("java"))).isZero();

        try (Stream<Path> files = Files.list(folder.resolve("java/shop/v1"))) {
            List<String> names =
                    files.map(file -> file.getFileName().toString()).sorted().toList();
            assertThat(names).contains("Mine.java", "Purchase.java").doesNotContain("Order.java");
        }
    }

    @Test
    void generateOverwritesNoFileOfOthers() throws IOException {
        Path mine = write("java/shop/v1/Order.java", "package shop.v1; class Order { /* by hand */ }");

        assertThat(run("generate", at("old"), "--out", at("java"))).isEqualTo(2);

        assertThat(err())
                .contains(
                        mine + ": error: this file would be overwritten, and Sluice did not generate it;",
                        "sluice generate: nothing was written");
        assertThat(mine).content().contains("by hand");
        assertThat(folder.resolve("java").toFile().list()).containsExactly("shop");

        Files.delete(mine);
        assertThat(run("generate", at("old"), "--out", at("java"))).isZero();
        write("java/shop/v1/Order.java", "package shop.v1; class Order { /* by hand */ }");
        write("old/order.proto", ORDER.replace("message Order", "message Purchase"));
        assertThat(run("generate", at("old"), "--out", at("java"))).isZero();
        assertThat(err()).contains(mine + ": warning: this file is generated no more, but somebody has replaced it");
        assertThat(mine).exists();
    }

    @Test
    void jsonSchemaOverwritesNoFileOfOthers() throws IOException {
        Path mine = write("json/shop.v1.Order.schema.json", "{}");
        assertThat(run("json-schema", at("old"), "--out", at("json"))).isEqualTo(2);
        assertThat(err()).contains(mine + ": error: ", "sluice json-schema: nothing was written");
        assertThat(mine).hasContent("{}");
    }

    @Test
    void generateNamesWhatItCannotWrite() throws IOException {
        Path taken = Files.createDirectories(folder.resolve("java/shop/v1/Order.java"));
        assertThat(run("generate", at("old"), "--out", at("java"))).isEqualTo(3);
        assertThat(err()).isEqualToIgnoringNewLines("sluice generate: cannot write " + taken + ": it is a folder");

        Path file = write("file", "");
        assertThat(run("generate", at("old"), "--out", at("file/java"))).isEqualTo(3);
        assertThat(err()).contains("sluice generate: cannot write ", file + " is a file, and a folder is needed there");
    }

    @Test
    void namesTooLongForAFileAreTheSchemasFault() throws IOException {
        write("long/order.proto", ORDER.replace("message Order", "message " + "N".repeat(300)));
        assertThat(run("generate", at("long"), "--out", at("java"))).isEqualTo(2);
        assertThat(err()).contains("order.proto:3:1: error: no Java is generated for shop.v1.NNN");
        assertThat(run("json-schema", at("long"), "--out", at("json"))).isEqualTo(2);
        assertThat(err()).contains("order.proto:3:1: error: no JSON Schema is made of shop.v1.NNN");
    }

    @Test
    void generateRefusesTwoSchemasWithOneClassAndLeavesWhatWasThere() throws IOException {
        assertThat(run("generate", at("old"), "--out", at("java"))).isZero();
        write("clash/a.proto", "syntax = \"proto3\";\npackage shop.v1;\nmessage Order {}\nmessage Item {}\n");
        write(
                "clash/b.proto",
                "syntax = \"proto3\";\npackage shop.v2;\noption java_package = \"shop.v1\";\nmessage Order {}\n");

        assertThat(run("generate", at("clash"), "--out", at("java"))).isEqualTo(2);

        assertThat(err.toString(StandardCharsets.UTF_8))
                .containsSubsequence(
                        "b.proto:4:1: error: message shop.v2.Order and message shop.v1.Order (a.proto:3:1) both give",
                        "the Java class shop.v1.Order; set another java_package in one of the two files",
                        "nothing was written");
        assertThat(folder.resolve("java/shop/v1/Order.java")).exists();
        assertThat(folder.resolve("java/shop/v1/Item.java")).doesNotExist();
    }

    @Test
    void generateMakesBindingsOfJsonSchemas() throws IOException {
        write("json/event.schema.json", "{\"type\": \"object\", \"properties\": {\"id\": {\"type\": \"string\"}}}");
        write("json/sub/level.json", "{\"title\": \"Level\", \"enum\": [\"low\", \"high\"]}");

        assertThat(run("generate", at("json"), "--out", at("java"), "--json-schema", "--package", "shop.json"))
                .isZero();

        assertThat(folder.resolve("java/shop/json/Event.java")).exists();
        assertThat(folder.resolve("java/shop/json/sub/Level.java")).exists();
        assertThat(run("generate", at("json"), "--out", at("java"), "--json-schema", "--package", "java.shop"))
                .isEqualTo(2);
        assertThat(err()).contains("--package java.shop is one that Java reserves for itself");
        assertThat(run("generate", at("json"), "--out", at("java"), "--package", "shop"))
                .isEqualTo(2);
        assertThat(err()).contains("--package goes with --json-schema");
    }

    @Test
    void whatIsWrongWithJsonSchemasIsToldWithItsPlaceAndNothingIsWritten() throws IOException {
        write("json/event.schema.json", "{\n  \"$ref\": \"https://example.com/x.json\",\n  \"minimun\": 3\n}\n");

        assertThat(run("generate", at("json"), "--out", at("java"), "--json-schema", "--package", "shop"))
                .isEqualTo(2);

        assertThat(err())
                .contains("event.schema.json:2:3: error: $ref \"https://example.com/x.json\" refers to nothing")
                .contains("event.schema.json:3:3: error: no keyword of JSON Schema is called \"minimun\"")
                .contains("nothing was written");
        assertThat(folder.resolve("java")).doesNotExist();
        assertThat(run("generate", at("json/event.schema.json"), "--out", at("java"), "--json-schema"))
                .isEqualTo(2);
        assertThat(err()).contains("is not a folder");
    }
}
