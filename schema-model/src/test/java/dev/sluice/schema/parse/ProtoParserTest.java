package dev.sluice.schema.parse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.sluice.schema.descriptor.Edition;
import dev.sluice.schema.descriptor.EnumProto;
import dev.sluice.schema.descriptor.ExtensionRangeProto;
import dev.sluice.schema.descriptor.FieldLabel;
import dev.sluice.schema.descriptor.FieldProto;
import dev.sluice.schema.descriptor.FieldType;
import dev.sluice.schema.descriptor.FileProto;
import dev.sluice.schema.descriptor.MessageProto;
import dev.sluice.schema.descriptor.MethodProto;
import dev.sluice.schema.descriptor.NumberRange;
import dev.sluice.schema.descriptor.OneofProto;
import dev.sluice.schema.descriptor.ServiceProto;
import dev.sluice.schema.descriptor.UninterpretedOption;
import dev.sluice.schema.descriptor.UninterpretedOption.NamePart;
import dev.sluice.schema.descriptor.Visibility;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

final class ProtoParserTest {
    @Test
    void fileWithoutSyntaxIsProto2() {
        assertThat(Sample.parse("").edition()).isEqualTo(Edition.PROTO2);
        assertThat(Sample.parse("package a;").edition()).isEqualTo(Edition.PROTO2);
    }

    @Test
    void syntaxAndEditionAreRead() {
        assertThat(Sample.parse("syntax = 'proto2';").edition()).isEqualTo(Edition.PROTO2);
        assertThat(Sample.parse("syntax = \"pro\" 'to3';").edition()).isEqualTo(Edition.PROTO3);
        assertThat(Sample.parse("edition = \"2023\";").edition()).isEqualTo(Edition.EDITION_2023);
        assertThat(Sample.parse("edition = \"2024\";").edition()).isEqualTo(Edition.EDITION_2024);
    }

    @Test
    void utf8ByteOrderMarkIsSteppedOver() {
        assertThat(Sample.parse("\ufeffsyntax = \"proto3\";").edition()).isEqualTo(Edition.PROTO3);
    }

    @Test
    void packageAndImportsAreCollectedByKind() {
        FileProto file = Sample.parse("""
                edition = "2024";
                package a . b /* between */ .c;
                import "x.proto";
                import public "y.proto";
                import option "z" ".proto";
                """);
        assertThat(file.packageName()).isEqualTo("a.b.c");
        assertThat(file.dependencies()).containsExactly("x.proto", "y.proto");
        assertThat(file.publicDependencies()).containsExactly(1);
        assertThat(file.optionDependencies()).containsExactly("z.proto");
        assertThat(Sample.parse("import weak \"w.proto\";").weakDependencies()).containsExactly(0);
    }

    @Test
    void scalarAndNamedTypesAreKeptAsWritten() {
        MessageProto message = Sample.message("""
                syntax = "proto3";
                message M {
                  int32 a = 1;
                  repeated .x.Y b = 0x2 [json_name = "bee"];
                  optional stream.Z c = 03;
                }
                """);
        assertThat(message.fields())
                .extracting(FieldProto::name, FieldProto::number, FieldProto::label, FieldProto::type)
                .containsExactly(
                        tuple("a", 1, FieldLabel.OPTIONAL, FieldType.INT32),
                        tuple("b", 2, FieldLabel.REPEATED, null),
                        tuple("c", 3, FieldLabel.OPTIONAL, null));
        assertThat(message.fields()).extracting(FieldProto::typeName).containsExactly(null, ".x.Y", "stream.Z");
        assertThat(message.fields()).extracting(FieldProto::jsonName).containsExactly(null, "bee", null);
    }

    @Test
    void keywordsAreNamesWhereNamesAreExpected() {
        MessageProto message = Sample.message("""
                syntax = "proto3";
                message message {
                  string message = 1;
                  bool optional = 2;
                  export local = 3;
                  map map = 4;
                  message enum {}
                }
                """);
        assertThat(message.name()).isEqualTo("message");
        assertThat(message.fields())
                .extracting(FieldProto::name)
                .containsExactly("message", "optional", "local", "map");
        assertThat(message.fields()).extracting(FieldProto::typeName).containsExactly(null, null, "export", "map");
        assertThat(message.messages()).extracting(MessageProto::name).containsExactly("enum");
    }

    @Test
    void groupIsAMessageAndALowerCaseField() {
        MessageProto message = Sample.message("message M { repeated group FooBar = 1 { optional bool x = 2; } }");
        FieldProto field = message.fields().get(0);
        assertThat(field.name()).isEqualTo("foobar");
        assertThat(field.type()).isEqualTo(FieldType.GROUP);
        assertThat(field.typeName()).isEqualTo("FooBar");
        assertThat(message.messages()).extracting(MessageProto::name).containsExactly("FooBar");
        assertThat(message.messages().get(0).fields())
                .extracting(FieldProto::name)
                .containsExactly("x");
    }

    @Test
    void mapFieldBringsItsEntryMessage() {
        MessageProto message = Sample.message("""
                edition = "2023";
                message M { map<string, x.Y> foo_bar2_baz = 1 [features.utf8_validation = NONE, deprecated = true]; }
                """);
        FieldProto field = message.fields().get(0);
        assertThat(field.typeName()).isEqualTo("FooBar2BazEntry");
        assertThat(field.label()).isEqualTo(FieldLabel.REPEATED);
        assertThat(field.type()).isNull();
        MessageProto entry = message.messages().get(0);
        assertThat(entry.name()).isEqualTo("FooBar2BazEntry");
        assertThat(Objects.requireNonNull(entry.options()).encoded()).containsExactly(0x38, 1);
        assertThat(entry.fields()).extracting(FieldProto::name).containsExactly("key", "value");
        assertThat(entry.fields()).extracting(FieldProto::number).containsExactly(1, 2);
        assertThat(entry.fields()).extracting(FieldProto::typeName).containsExactly(null, "x.Y");
        assertThat(Sample.options(entry.fields().get(0).options()))
                .containsExactly(Sample.options(field.options()).get(0));
    }

    @Test
    void proto3OptionalGetsASyntheticOneofAfterTheRealOnes() {
        MessageProto message = Sample.message("""
                syntax = "proto3";
                message M {
                  optional int32 a = 1;
                  int32 _a = 2;
                  int32 X_a = 3;
                  optional int32 _b = 4;
                  oneof o { int32 c = 5; }
                }
                """);
        assertThat(message.oneofs()).extracting(OneofProto::name).containsExactly("o", "XX_a", "X_b");
        assertThat(message.fields()).extracting(FieldProto::oneofIndex).containsExactly(1, -1, -1, 2, 0);
        assertThat(message.fields())
                .extracting(FieldProto::proto3Optional)
                .containsExactly(true, false, false, true, false);
    }

    @Test
    void proto2OptionalHasNoSyntheticOneof() {
        MessageProto message = Sample.message("message M { optional int32 a = 1; }");
        assertThat(message.oneofs()).isEmpty();
        assertThat(message.fields().get(0).proto3Optional()).isFalse();
    }

    @Test
    void rangesOfMessagesHaveExclusiveEnds() {
        MessageProto message = Sample.message(
                "message M { reserved 5, 7 to 9, 100 to max; reserved 'a', \"b\" 'c'; extensions 20 to 30, 40; }");
        assertThat(message.reservedRanges())
                .containsExactly(new NumberRange(5, 6), new NumberRange(7, 10), new NumberRange(100, 536870912));
        assertThat(message.reservedNames()).containsExactly("a", "bc");
        assertThat(message.extensionRanges())
                .containsExactly(new ExtensionRangeProto(20, 31, null), new ExtensionRangeProto(40, 41, null));
    }

    @Test
    void maximumOfAMessageSetIsTheLargestInt32() {
        MessageProto message = Sample.message(
                "message M { extensions 4 to max; reserved 1 to max; option message_set_wire_format = true; }");
        assertThat(message.extensionRanges())
                .extracting(ExtensionRangeProto::end)
                .containsExactly(Integer.MAX_VALUE);
        assertThat(message.reservedRanges()).extracting(NumberRange::end).containsExactly(Integer.MAX_VALUE);
    }

    @Test
    void optionsOfAnExtensionStatementHoldForAllItsRanges() {
        MessageProto message = Sample.message("message M { extensions 1, 5 to 6 [verification = UNVERIFIED]; }");
        assertThat(message.extensionRanges().get(0).options())
                .isNotNull()
                .isEqualTo(message.extensionRanges().get(1).options());
    }

    @Test
    void rangesOfEnumsHaveInclusiveEndsAndSigns() {
        EnumProto type = Sample.parse(
                        "enum E { A = 0; B = -0x80000000; reserved -9 to - 2, 7, 100 to max; reserved 'X'; }")
                .enums()
                .get(0);
        assertThat(type.values().get(1).number()).isEqualTo(Integer.MIN_VALUE);
        assertThat(type.reservedRanges())
                .containsExactly(
                        new NumberRange(-9, -2), new NumberRange(7, 7), new NumberRange(100, Integer.MAX_VALUE));
        assertThat(type.reservedNames()).containsExactly("X");
    }

    @Test
    void reservedNamesAreIdentifiersInEditions() {
        assertThat(Sample.message("edition = \"2023\"; message M { reserved a, b; }")
                        .reservedNames())
                .containsExactly("a", "b");
    }

    @Test
    void extensionsKeepTheirExtendee() {
        FileProto file = Sample.parse("extend .a.B { optional int32 x = 1; repeated group G = 2 { } }");
        assertThat(file.extensions()).extracting(FieldProto::extendee).containsExactly(".a.B", ".a.B");
        assertThat(file.messages()).extracting(MessageProto::name).containsExactly("G");
    }

    @Test
    void servicesHaveMethodsWithStreamsAndOptions() {
        ServiceProto service = Sample.parse("""
                        syntax = "proto3";
                        service S {
                          rpc A(M) returns (stream .x.N);
                          rpc B(stream M) returns (M) { option deprecated = true; ; }
                          rpc C(M) returns (M) {}
                          option deprecated = true;
                        }
                        """).services().get(0);
        assertThat(service.methods()).extracting(MethodProto::name).containsExactly("A", "B", "C");
        assertThat(service.methods()).extracting(MethodProto::outputType).containsExactly(".x.N", "M", "M");
        assertThat(service.methods()).extracting(MethodProto::serverStreaming).containsExactly(true, false, false);
        assertThat(service.methods()).extracting(MethodProto::clientStreaming).containsExactly(false, true, false);
        assertThat(service.methods().get(0).options()).isNull();
        assertThat(Sample.options(service.methods().get(1).options())).hasSize(1);
        assertThat(Sample.options(service.methods().get(2).options())).isEmpty();
        assertThat(Sample.options(service.options())).hasSize(1);
    }

    @Test
    void visibilityIsReadInEdition2024Only() {
        FileProto file = Sample.parse(
                "edition = \"2024\"; export message M { local enum E { A = 0; } } local message N {} message O {}");
        assertThat(file.messages())
                .extracting(MessageProto::visibility)
                .containsExactly(Visibility.EXPORT, Visibility.LOCAL, Visibility.UNSET);
        assertThat(file.messages().get(0).enums().get(0).visibility()).isEqualTo(Visibility.LOCAL);
        assertThat(Sample.problems("edition = \"2023\"; export message M {}"))
                .containsExactly("1:19: \"export\" needs edition 2024 or later; remove it");
    }

    @Test
    void optionNamesHavePlainAndExtensionParts() {
        UninterpretedOption option = option("option (.a . b).c.(d) = X;");
        assertThat(option.name())
                .containsExactly(new NamePart(".a.b", true), new NamePart("c", false), new NamePart("d", true));
        assertThat(option.value()).isEqualTo(new UninterpretedOption.Identifier("X"));
    }

    @Test
    void aggregateOptionValueIsItsTokensJoinedBySpaces() {
        String text = "option (x) = { a:1 /* c */ b<c:'}'>\n[d/e]{f: -.5} };";
        UninterpretedOption.Aggregate value =
                (UninterpretedOption.Aggregate) option(text).value();
        assertThat(value.text()).isEqualTo("a : 1 b < c : '}' > [ d / e ] { f : - .5 }");
        assertThat(value.offset()).isEqualTo(text.indexOf('{') + 1);
        assertThat(value.end()).isEqualTo(text.lastIndexOf('}'));
        assertThat(value.source()).isEqualTo(Sample.utf8(text));
    }

    private static UninterpretedOption option(String text) {
        List<UninterpretedOption> options = Sample.options(Sample.parse(text).options());
        assertThat(options).hasSize(1);
        return options.get(0);
    }
}
