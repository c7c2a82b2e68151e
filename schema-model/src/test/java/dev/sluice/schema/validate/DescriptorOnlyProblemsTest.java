package dev.sluice.schema.validate;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import com.google.protobuf.DescriptorProtos.DescriptorProto;
import com.google.protobuf.DescriptorProtos.EnumDescriptorProto;
import com.google.protobuf.DescriptorProtos.FieldDescriptorProto;
import com.google.protobuf.DescriptorProtos.FieldOptions;
import com.google.protobuf.DescriptorProtos.FileDescriptorProto;
import com.google.protobuf.DescriptorProtos.FileDescriptorSet;
import com.google.protobuf.DescriptorProtos.OneofDescriptorProto;
import com.google.protobuf.UnknownFieldSet;
import dev.sluice.schema.ReadResult;
import dev.sluice.schema.SchemaReader;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What no schema text can say, but a descriptor set can. */
class DescriptorOnlyProblemsTest {
    private static FieldDescriptorProto.Builder field(String name, int number) {
        return FieldDescriptorProto.newBuilder()
                .setName(name)
                .setNumber(number)
                .setLabel(FieldDescriptorProto.Label.LABEL_OPTIONAL)
                .setType(FieldDescriptorProto.Type.TYPE_INT32);
    }

    private static List<String> problemsOf(FileDescriptorProto.Builder file) {
        byte[] set = FileDescriptorSet.newBuilder()
                .addFile(file.setName("a.proto"))
                .build()
                .toByteArray();
        ReadResult result = new SchemaReader(List.of()).readDescriptorSet("set.binpb", set);
        return result instanceof ReadResult.Failed failed
                ? failed.problems().stream().map(problem -> problem.message()).toList()
                : List.of();
    }

    private static List<String> problemsOf(DescriptorProto.Builder message) {
        return problemsOf(FileDescriptorProto.newBuilder().addMessageType(message));
    }

    @Test
    void namesAreIdentifiers() {
        assertThat(problemsOf(DescriptorProto.newBuilder().setName("M").addField(field("a-b", 1))))
                .singleElement()
                .asString()
                .contains("\"a-b\" is no identifier");
        assertThat(problemsOf(DescriptorProto.newBuilder().setName("1M")))
                .singleElement()
                .asString()
                .contains("\"1M\" is no identifier");
        assertThat(problemsOf(FileDescriptorProto.newBuilder().setPackage("a..b")))
                .singleElement()
                .asString()
                .contains("no dotted name");
        assertThat(problemsOf(FileDescriptorProto.newBuilder().setPackage("a.b1.c_d")))
                .isEmpty();
    }

    @Test
    void membersOfAOneofStandTogether() {
        DescriptorProto.Builder message = DescriptorProto.newBuilder()
                .setName("M")
                .addOneofDecl(OneofDescriptorProto.newBuilder().setName("o"))
                .addField(field("a", 1).setOneofIndex(0))
                .addField(field("b", 2))
                .addField(field("c", 3).setOneofIndex(0));

        assertThat(problemsOf(message)).singleElement().asString().contains("stand together");
    }

    @Test
    void membersOfAOneofAreNotRepeated() {
        DescriptorProto.Builder message = DescriptorProto.newBuilder()
                .setName("M")
                .addOneofDecl(OneofDescriptorProto.newBuilder().setName("o"))
                .addField(field("a", 1).setOneofIndex(0).setLabel(FieldDescriptorProto.Label.LABEL_REPEATED));

        assertThat(problemsOf(message)).singleElement().asString().contains("neither required nor repeated");
    }

    @Test
    void proto3OptionalFieldsAreAloneInTheirOneof() {
        DescriptorProto.Builder message =
                DescriptorProto.newBuilder().setName("M").addField(field("a", 1).setProto3Optional(true));

        assertThat(problemsOf(message)).singleElement().asString().contains("proto3_optional");
    }

    @Test
    void anExtensionNamesWhatItExtends() {
        assertThat(problemsOf(FileDescriptorProto.newBuilder().addExtension(field("a", 1))))
                .singleElement()
                .asString()
                .contains("names no message that it extends");
    }

    @Test
    void aFieldOfAMessageTypeNamesIt() {
        FieldDescriptorProto.Builder untyped = field("a", 1).setType(FieldDescriptorProto.Type.TYPE_MESSAGE);

        assertThat(problemsOf(DescriptorProto.newBuilder().setName("M").addField(untyped)))
                .singleElement()
                .asString()
                .contains("\"a\" has no type");
    }

    @Test
    void aScalarFieldNamesNoType() {
        FieldDescriptorProto.Builder typed = field("a", 1).setTypeName(".M");

        assertThat(problemsOf(DescriptorProto.newBuilder().setName("M").addField(typed)))
                .singleElement()
                .asString()
                .contains("cannot name");
    }

    @Test
    void malformedOptionsAreAProblem() {
        FieldOptions malformed = FieldOptions.newBuilder()
                .setUnknownFields(UnknownFieldSet.newBuilder()
                        .addField(
                                21,
                                UnknownFieldSet.Field.newBuilder()
                                        .addLengthDelimited(ByteString.copyFrom(new byte[] {0x0a, 0x7f}))
                                        .build())
                        .build())
                .build();

        assertThat(problemsOf(DescriptorProto.newBuilder()
                        .setName("M")
                        .addField(field("a", 1).setOptions(malformed))))
                .singleElement()
                .asString()
                .contains("truncated");
    }

    @Test
    void anEnumNeedsValuesHereToo() {
        assertThat(problemsOf(FileDescriptorProto.newBuilder()
                        .addEnumType(EnumDescriptorProto.newBuilder().setName("E"))))
                .singleElement()
                .asString()
                .contains("at least one value");
    }
}
