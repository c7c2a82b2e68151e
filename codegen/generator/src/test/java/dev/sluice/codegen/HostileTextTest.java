package dev.sluice.codegen;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.DescriptorProtos.DescriptorProto;
import com.google.protobuf.DescriptorProtos.FieldDescriptorProto;
import com.google.protobuf.DescriptorProtos.FileDescriptorProto;
import com.google.protobuf.DescriptorProtos.FileDescriptorSet;
import dev.sluice.codegen.jsonsource.JsonBindings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a schema says stays text in the Java that is made of it: it ends no comment, no literal and no line. */
class HostileTextTest {
    @TempDir
    private Path folder;

    static List<String> texts() {
        return List.of(
                "*/ class Evil {} /*",
                "\\u002a/ class Evil {} /\\u002a",
                "\\\\u002a/ class Evil {} /\\\\u002a",
                "\"; static { System.exit(1); } String evil = \"",
                "\\u0022; static { System.exit(1); } //",
                "\\u000aclass Evil {} //",
                "\rclass Evil {} //",
                "\u0000\u0001\u001a\u007f\u0085\u2028\u2029",
                "{@code {@link Evil} } @param evil <script>&amp;",
                "$T $L $S $N $$ $1L $[ $]",
                "\\",
                "\\uuuu",
                "*",
                "\ud83d\ude80 \u202e \ufeff",
                "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200e\u200f\u061c");
    }

    private static String quoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
            quoted.append(String.format("\\%03o", b & 0xff));
        }
        return quoted.append('"').toString();
    }

    @ParameterizedTest
    @MethodSource("texts")
    void textsOfASchemaStayTexts(String text) throws ReflectiveOperationException {
        String schema = """
                syntax = "proto2";
                package shop;
                import "buf/validate/validate.proto";
                // COMMENT
                message Order {
                  // COMMENT
                  optional string name = 1 [default = TEXT];
                  optional bytes data = 2 [default = TEXT];
                  /*COMMENT*/
                  optional string kind = 3 [(buf.validate.field).string.prefix = TEXT];
                  optional string other = 4 [(buf.validate.field).cel = {id: TEXT, message: TEXT, expression: "this != ''"}];
                  // COMMENT
                  oneof pay {
                    string card = 5 [(buf.validate.field).string.in = TEXT];
                  }
                  // COMMENT
                  extensions 100 to 200;
                }
                // COMMENT
                enum State {
                  // COMMENT
                  OPEN = 0;
                  option allow_alias = true;
                  // COMMENT
                  ALSO_OPEN = 0;
                }
                // COMMENT
                service Orders {
                  // COMMENT
                  rpc Close(Order) returns (Order);
                }
                // COMMENT
                extend Order { optional string more = 100 [default = TEXT]; }
                """;
        String inBlock = text.replace("*/", "* /").replace("/*", "/ *").replace('\u0000', ' ');
        String comment = text.replaceAll("[\r\n\u0000]", " ");
        String written = schema.replace("/*COMMENT*/", "/* " + inBlock + "\n */")
                .replace("COMMENT", comment)
                .replace("TEXT", quoted(text));

        Compiled compiled = Compiled.of(Generator.generate(Schemas.of(folder, written), GeneratorOptions.DEFAULTS));
        assertThat(compiled.classNames())
                .containsExactlyInAnyOrder(
                        "shop.Order",
                        "shop.Order$Builder",
                        "shop.Order$PayCase",
                        "shop.Order$PayCase$Card",
                        "shop.Order$PayCase$NotSet",
                        "shop.OrdersRpcs",
                        "shop.State",
                        "shop.TestExtensions");
        Class<?> order = compiled.loadClass("shop.Order");
        Object empty = order.getMethod("defaultInstance").invoke(null);
        assertThat(order.getMethod("name").invoke(empty)).isEqualTo(text);
    }

    @ParameterizedTest
    @MethodSource("texts")
    void pathsAndNamesOfADescriptorSetStayTexts(String text) throws IOException {
        FileDescriptorProto file = FileDescriptorProto.newBuilder()
                .setName(text + "/order.proto")
                .setPackage("shop")
                .addMessageType(DescriptorProto.newBuilder()
                        .setName("Order")
                        .addExtensionRange(DescriptorProto.ExtensionRange.newBuilder()
                                .setStart(100)
                                .setEnd(200))
                        .addField(field("name", 1).setJsonName(text.replace("\u0000", ""))))
                .addExtension(field("more", 100).setExtendee(".shop.Order"))
                .build();
        Path set = folder.resolve("set.binpb");
        Files.write(set, FileDescriptorSet.newBuilder().addFile(file).build().toByteArray());

        Compiled compiled = Compiled.of(Generator.generate(Schemas.read(set), GeneratorOptions.DEFAULTS));
        assertThat(compiled.classNames())
                .containsExactlyInAnyOrder("shop.Order", "shop.Order$Builder", "shop.OrderExtensions");
    }

    private static FieldDescriptorProto.Builder field(String name, int number) {
        return FieldDescriptorProto.newBuilder()
                .setName(name)
                .setNumber(number)
                .setLabel(FieldDescriptorProto.Label.LABEL_OPTIONAL)
                .setType(FieldDescriptorProto.Type.TYPE_STRING);
    }

    @ParameterizedTest
    @MethodSource("texts")
    void textsOfAJsonSchemaStayTexts(String text) {
        String json = quotedAsJson(text);
        String schema = """
                {"title": "Order", "description": TEXT, "type": "object", "properties": {
                  TEXT: {"type": "string", "description": TEXT, "deprecated": true},
                  "kind": {"enum": [TEXT, "other"], "title": TEXT},
                  "fixed": {"const": TEXT},
                  "pay": {"oneOf": [{"type": "object", "properties": {"of": {"const": TEXT}}, "required": ["of"]},
                    {"type": "object", "properties": {"of": {"const": "card"}}, "required": ["of"]}]},
                  "if": {"not": {"const": TEXT}},
                  "ref": {"$ref": "#/$defs/b"}},
                 "required": [TEXT],
                 "$comment": TEXT,
                 "$defs": {TEXT: {"type": "object", "properties": {"a": true}}, "b": {"title": TEXT, "properties": {"c": true}}}}""".replace("TEXT", json);

        Compiled compiled =
                Compiled.of(JsonBindings.of(Map.of("order.json", schema.getBytes(StandardCharsets.UTF_8)), "shop"));
        assertThat(compiled.classNames())
                .contains("shop.Order")
                .noneMatch(name -> name.equals("shop.Evil") || name.endsWith("$Evil"));
    }

    private static String quotedAsJson(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            quoted.append(String.format("\\u%04x", (int) text.charAt(i)));
        }
        return quoted.append('"').toString();
    }
}
