package dev.sluice.schema.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.schema.ReadResult;
import dev.sluice.schema.SchemaReader;
import dev.sluice.schema.model.Field;
import dev.sluice.schema.model.MessageType;
import dev.sluice.schema.model.SchemaSet;
import dev.sluice.schema.wire.MalformedWireException;
import dev.sluice.schema.wire.WireWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MessageValueTest {
    private static final String SCHEMA = """
            syntax = "proto2";
            package p;
            import "google/protobuf/descriptor.proto";
            import "buf/validate/validate.proto";
            enum Colour { RED = 0; GREEN = 5; }
            message Rule {
              optional sint32 signed = 1; optional uint64 big = 2; optional float ratio = 3; optional bool on = 4;
              optional string name = 5; optional bytes raw = 6; optional Colour colour = 7; optional Rule inner = 8;
              repeated int32 packed = 9 [packed = true]; repeated string names = 10; map<string, int64> sizes = 11;
              optional group Part = 12 { optional int32 x = 1; }
              oneof either { int32 left = 13; int32 right = 14; }
              optional fixed32 f32 = 15; optional sfixed64 sf64 = 16; repeated Rule many = 17;
              extensions 100 to 200;
            }
            extend Rule { optional int32 extra = 100; }
            extend google.protobuf.FieldOptions { optional Rule rule = 50000; }
            message Order {
              optional int32 quantity = 1 [(rule) = {
                signed: -3 big: 18446744073709551615 ratio: 0.5 on: true name: "n" raw: "\\xff" colour: GREEN
                inner { name: "deep" } packed: [1, 2] names: ["a", "b"] sizes { key: "k" value: 7 } Part { x: 9 }
                f32: 4294967295 sf64: -1 many { on: false } many {} [p.extra]: 11
              }];
              optional string name = 2 [(buf.validate.field).string.max_len = 63, (rule).left = 1, (rule).right = 2];
              optional string bare = 3;
            }
            """;

    private SchemaSet set;

    @BeforeEach
    void read(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("order.proto"), SCHEMA);
        ReadResult result = SchemaReader.withImports(List.of()).read(folder);
        assertThat(result).isInstanceOf(ReadResult.Read.class);
        set = ((ReadResult.Read) result).set();
    }

    private MessageValue optionsOf(String field) {
        Field found = set.message("p.Order").orElseThrow().field(field).orElseThrow();
        return MessageValue.ofOptions(found, set).orElseThrow();
    }

    @Test
    void scalarsAreReadByTheirType() {
        MessageValue rule = optionsOf("quantity").message("p.rule").orElseThrow();

        assertThat(rule.type().fullName()).isEqualTo("p.Rule");
        assertThat(rule.integer("signed")).hasValue(-3);
        assertThat(Long.toUnsignedString(rule.integer("big").orElseThrow())).isEqualTo("18446744073709551615");
        assertThat(rule.value("ratio")).hasValue(new Value.Decimal(0.5));
        assertThat(rule.bool("on")).hasValue(true);
        assertThat(rule.text("name")).hasValue("n");
        assertThat(rule.value("raw"))
                .hasValueSatisfying(
                        value -> assertThat(((Value.Bytes) value).value()).containsExactly(0xff));
        assertThat(rule.integer("f32")).hasValue(4294967295L);
        assertThat(rule.integer("sf64")).hasValue(-1);
    }

    @Test
    void enumNumbersLeadToTheirValues() {
        MessageValue rule = optionsOf("quantity").message("p.rule").orElseThrow();

        Value.EnumNumber colour = rule.enumNumber("colour").orElseThrow();
        assertThat(colour.number()).isEqualTo(5);
        assertThat(colour.declared().orElseThrow().name()).isEqualTo("GREEN");
        assertThat(new Value.EnumNumber(colour.type(), 6).declared()).isEmpty();
    }

    @Test
    void messagesGroupsMapsAndListsAreRead() {
        MessageValue rule = optionsOf("quantity").message("p.rule").orElseThrow();

        assertThat(rule.message("inner").orElseThrow().text("name")).hasValue("deep");
        assertThat(rule.message("part").orElseThrow().integer("x")).hasValue(9);
        assertThat(rule.values("packed")).containsExactly(new Value.Int(1), new Value.Int(2));
        assertThat(rule.texts("names")).containsExactly("a", "b");
        assertThat(rule.messages("many")).hasSize(2);
        MessageValue entry = rule.messages("sizes").get(0);
        assertThat(entry.text("key")).hasValue("k");
        assertThat(entry.integer("value")).hasValue(7);
    }

    @Test
    void extensionsGoByTheirFullName() {
        MessageValue rule = optionsOf("quantity").message("p.rule").orElseThrow();

        assertThat(rule.integer("p.extra")).hasValue(11);
        assertThat(rule.has("extra")).isFalse();
    }

    @Test
    void partsOfOneOptionAreMergedAndTheLastMemberOfAOneofCounts() {
        MessageValue options = optionsOf("name");

        MessageValue rule = options.message("p.rule").orElseThrow();
        assertThat(rule.has("left")).isFalse();
        assertThat(rule.integer("right")).hasValue(2);
        assertThat(rule.fields()).extracting(Field::name).containsExactly("right");
    }

    @Test
    void validationRulesAreOptionsLikeOthers() {
        assertThat(optionsOf("name")
                        .message("buf.validate.field")
                        .flatMap(rules -> rules.message("string"))
                        .orElseThrow()
                        .integer("max_len"))
                .hasValue(63);
    }

    @Test
    void aFieldWithoutOptionsHasNone() {
        Field bare = set.message("p.Order").orElseThrow().field("bare").orElseThrow();

        assertThat(MessageValue.ofOptions(bare, set)).isEmpty();
    }

    @Test
    void absentFieldsReadAsAbsent() {
        MessageValue rule = optionsOf("name").message("p.rule").orElseThrow();

        assertThat(rule.text("name")).isEmpty();
        assertThat(rule.integer("right").isPresent()).isTrue();
        assertThat(rule.text("right")).isEmpty();
        assertThat(rule.messages("many")).isEmpty();
        assertThat(rule.value("no such field")).isEmpty();
    }

    @Test
    void unknownFieldsAndThoseWithAnotherWireTypeAreKept() {
        MessageType type = set.message("p.Rule").orElseThrow();
        WireWriter writer = new WireWriter();
        writer.varint(99, 1);
        writer.string(5, "n");
        writer.varint(5, 7);

        MessageValue value = new MessageValue(type, set, writer.toByteArray());

        WireWriter unknown = new WireWriter();
        unknown.varint(99, 1);
        unknown.varint(5, 7);
        assertThat(value.text("name")).hasValue("n");
        assertThat(value.unknownFields()).isEqualTo(unknown.toByteArray());
    }

    @Test
    void repeatedNumbersAreReadPackedOrNot() {
        MessageType type = set.message("p.Rule").orElseThrow();
        WireWriter writer = new WireWriter();
        writer.varint(9, 1);
        writer.bytes(9, new byte[] {2, 3});

        assertThat(new MessageValue(type, set, writer.toByteArray()).values("packed"))
                .containsExactly(new Value.Int(1), new Value.Int(2), new Value.Int(3));
    }

    @Test
    void malformedBytesAreRefused() {
        MessageType type = set.message("p.Rule").orElseThrow();

        assertThatThrownBy(() -> new MessageValue(type, set, new byte[] {0x2a, 0x05, 0x00}))
                .isInstanceOf(MalformedWireException.class);
    }
}
