package dev.sluice.interop.protobuf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.ByteString;
import com.google.protobuf.DescriptorProtos.DescriptorProto;
import com.google.protobuf.DescriptorProtos.FieldDescriptorProto;
import com.google.protobuf.DescriptorProtos.FileDescriptorProto;
import com.google.protobuf.DescriptorProtos.FileDescriptorSet;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.DynamicMessage;
import com.google.protobuf.Struct;
import com.google.protobuf.UnknownFieldSet;
import com.google.protobuf.Value;
import dev.sluice.runtime.MalformedMessageException;
import dev.sluice.runtime.wellknown.Any;
import dev.sluice.runtime.wellknown.StringValue;
import dev.sluice.runtime.wellknown.Times;
import dev.sluice.runtime.wellknown.Timestamp;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProtoConverterTest {

    @Test
    void aMessageArrivesOnTheOtherSide() {
        ProtoConverter<Timestamp, com.google.protobuf.Timestamp> converter =
                ProtoConverter.of(Timestamp.TYPE, com.google.protobuf.Timestamp.getDefaultInstance());
        com.google.protobuf.Timestamp theirs = com.google.protobuf.Timestamp.newBuilder()
                .setSeconds(1_764_151_200)
                .setNanos(5)
                .build();

        Timestamp ours = converter.fromProto(theirs);

        assertThat(Times.instant(ours)).isEqualTo(Instant.ofEpochSecond(1_764_151_200, 5));
        assertThat(converter.toProto(ours)).isEqualTo(theirs);
    }

    @Test
    void unknownFieldsArriveBothWays() {
        ProtoConverter<Any, com.google.protobuf.Any> converter =
                ProtoConverter.of(Any.TYPE, com.google.protobuf.Any.getDefaultInstance());
        UnknownFieldSet unknown = UnknownFieldSet.newBuilder()
                .addField(
                        90,
                        UnknownFieldSet.Field.newBuilder()
                                .addVarint(-1)
                                .addFixed64(7)
                                .addLengthDelimited(ByteString.copyFromUtf8("x"))
                                .addGroup(UnknownFieldSet.getDefaultInstance())
                                .build())
                .build();
        com.google.protobuf.Any theirs = com.google.protobuf.Any.newBuilder()
                .setTypeUrl("a/b")
                .setUnknownFields(unknown)
                .build();

        Any ours = converter.fromProto(theirs);

        assertThat(ours.unknownFields().toByteArray()).isEqualTo(unknown.toByteArray());
        assertThat(converter.toProto(ours)).isEqualTo(theirs);
    }

    @Test
    void whatNestsDeeperThanMayBeReadFromOutsideIsConverted() {
        Value value = Value.newBuilder().setBoolValue(true).build();
        for (int depth = 0; depth < 200; depth++) {
            value = Value.newBuilder()
                    .setStructValue(Struct.newBuilder().putFields("f", value))
                    .build();
        }
        ProtoConverter<dev.sluice.runtime.wellknown.Value, Value> converter =
                ProtoConverter.of(dev.sluice.runtime.wellknown.Value.TYPE, Value.getDefaultInstance());

        assertThat(converter.toProto(converter.fromProto(value))).isEqualTo(value);
        byte[] bytes = value.toByteArray();
        assertThatThrownBy(() -> dev.sluice.runtime.wellknown.Value.parseFrom(bytes))
                .isInstanceOf(MalformedMessageException.class);
    }

    @Test
    void anotherTypeIsRefused() {
        assertThatThrownBy(() -> ProtoConverter.of(Timestamp.TYPE, com.google.protobuf.Duration.getDefaultInstance()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a google.protobuf.Duration is no google.protobuf.Timestamp");
        ProtoConverter<Timestamp, DynamicMessage> dynamic = ProtoConverter.of(
                Timestamp.TYPE, DynamicMessage.getDefaultInstance(com.google.protobuf.Timestamp.getDescriptor()));
        DynamicMessage duration = DynamicMessage.getDefaultInstance(com.google.protobuf.Duration.getDescriptor());
        assertThatThrownBy(() -> dynamic.fromProto(duration))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a google.protobuf.Duration is no google.protobuf.Timestamp");
    }

    @Test
    void whatTheOtherSideHasAnotherSchemaForIsRefused() {
        Descriptor bytesThere = stringValueWith(FieldDescriptorProto.Type.TYPE_BYTES);
        ProtoConverter<StringValue, DynamicMessage> converter =
                ProtoConverter.of(StringValue.TYPE, DynamicMessage.getDefaultInstance(bytesThere));
        DynamicMessage notUtf8 = DynamicMessage.newBuilder(bytesThere)
                .setField(bytesThere.findFieldByNumber(1), ByteString.copyFrom(new byte[] {-1}))
                .build();
        assertThatThrownBy(() -> converter.fromProto(notUtf8))
                .isInstanceOf(MalformedMessageException.class)
                .hasMessageContaining("string is not UTF-8");

        Descriptor messageThere = stringValueWith(FieldDescriptorProto.Type.TYPE_MESSAGE);
        ProtoConverter<StringValue, DynamicMessage> other =
                ProtoConverter.of(StringValue.TYPE, DynamicMessage.getDefaultInstance(messageThere));
        assertThatThrownBy(() -> other.toProto(StringValue.builder().value("x").build()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(
                        "this google.protobuf.StringValue is malformed for the schema that protobuf-java has: ");
    }

    /** A google.protobuf.StringValue whose value has another type. */
    private static Descriptor stringValueWith(FieldDescriptorProto.Type type) {
        FieldDescriptorProto.Builder field = FieldDescriptorProto.newBuilder()
                .setName("value")
                .setNumber(1)
                .setLabel(FieldDescriptorProto.Label.LABEL_OPTIONAL)
                .setType(type);
        if (type == FieldDescriptorProto.Type.TYPE_MESSAGE) {
            field.setTypeName(".google.protobuf.StringValue");
        }
        FileDescriptorProto file = FileDescriptorProto.newBuilder()
                .setName("other.proto")
                .setPackage("google.protobuf")
                .setSyntax("proto3")
                .addMessageType(
                        DescriptorProto.newBuilder().setName("StringValue").addField(field))
                .build();
        ProtoDescriptors descriptors =
                ProtoDescriptors.of(FileDescriptorSet.newBuilder().addFile(file).build());
        return descriptors.of(StringValue.TYPE);
    }

    @Test
    void aSetTellsTheDescriptorOfAMessage() {
        FileDescriptorSet set = FileDescriptorSet.newBuilder()
                .addFile(com.google.protobuf.Timestamp.getDescriptor().getFile().toProto())
                .build();
        ProtoDescriptors descriptors = ProtoDescriptors.read(set.toByteArray());

        assertThat(descriptors.names()).isEqualTo(List.of("google.protobuf.Timestamp"));
        Timestamp ours = Timestamp.builder().seconds(3).build();
        DynamicMessage theirs = descriptors.toProto(ours);
        assertThat(theirs.toByteArray()).isEqualTo(ours.toByteArray());
        assertThat(descriptors.converter(Timestamp.TYPE).fromProto(theirs)).isEqualTo(ours);
        assertThatThrownBy(() -> descriptors.toProto(Any.defaultInstance()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the descriptor set has no message google.protobuf.Any");
    }

    @Test
    void aSetThatIsNotWholeIsRefused() {
        FileDescriptorProto file = FileDescriptorProto.newBuilder()
                .setName("a.proto")
                .addDependency("b.proto")
                .build();
        FileDescriptorSet set = FileDescriptorSet.newBuilder().addFile(file).build();
        assertThatThrownBy(() -> ProtoDescriptors.of(set))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a.proto imports b.proto, which is not before it in the set; write the set with imports, in"
                        + " order");
        assertThatThrownBy(() -> ProtoDescriptors.read(new byte[] {1}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("not a FileDescriptorSet: ");
        FileDescriptorSet twice = FileDescriptorSet.newBuilder()
                .addFile(FileDescriptorProto.newBuilder()
                        .setName("a.proto")
                        .addMessageType(DescriptorProto.newBuilder().setName("A"))
                        .addMessageType(DescriptorProto.newBuilder().setName("A")))
                .build();
        assertThatThrownBy(() -> ProtoDescriptors.of(twice))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("\"A\" is already defined");
    }
}
