package dev.sluice.schema.emit;

import dev.sluice.schema.descriptor.NumberRange;
import dev.sluice.schema.descriptor.Visibility;
import dev.sluice.schema.model.EnumType;
import dev.sluice.schema.model.EnumValue;
import dev.sluice.schema.model.ExtensionRange;
import dev.sluice.schema.model.Field;
import dev.sluice.schema.model.MessageType;
import dev.sluice.schema.model.Oneof;
import dev.sluice.schema.wire.WireWriter;

/** Writes DescriptorProtos, FieldDescriptorProtos and EnumDescriptorProtos. */
final class TypeEncoder {
    private final OptionsEncoder options;

    TypeEncoder(OptionsEncoder options) {
        this.options = options;
    }

    WireWriter message(MessageType message) {
        WireWriter writer = new WireWriter();
        writer.string(1, message.name());
        for (Field field : message.fields()) {
            writer.message(2, field(field));
        }
        for (MessageType nested : message.messages()) {
            writer.message(3, message(nested));
        }
        for (EnumType nested : message.enums()) {
            writer.message(4, enumType(nested));
        }
        for (ExtensionRange range : message.extensionRanges()) {
            WireWriter entry = range(range.start(), range.end());
            options.encode(3, range, entry);
            writer.message(5, entry);
        }
        for (Field extension : message.extensions()) {
            writer.message(6, field(extension));
        }
        options.encode(7, message, writer);
        for (Oneof oneof : message.oneofs()) {
            WireWriter entry = new WireWriter();
            entry.string(1, oneof.name());
            options.encode(2, oneof, entry);
            writer.message(8, entry);
        }
        for (NumberRange range : message.reservedRanges()) {
            writer.message(9, range(range.start(), range.end()));
        }
        for (String name : message.reservedNames()) {
            writer.string(10, name);
        }
        visibility(11, message.visibility(), writer);
        return writer;
    }

    WireWriter field(Field field) {
        WireWriter writer = new WireWriter();
        writer.string(1, field.name());
        if (field.isExtension()) {
            writer.string(2, "." + field.containingMessage().fullName());
        }
        writer.varint(3, field.number());
        writer.varint(4, field.label().number());
        writer.varint(5, field.type().number());
        field.typeReference().ifPresent(type -> writer.string(6, "." + type.fullName()));
        field.defaultValue().ifPresent(value -> writer.string(7, value));
        options.encode(8, field, writer);
        field.oneof()
                .ifPresent(oneof -> writer.varint(9, oneof.message().oneofs().indexOf(oneof)));
        writer.string(10, field.jsonName());
        if (field.isProto3Optional()) {
            writer.bool(17, true);
        }
        return writer;
    }

    WireWriter enumType(EnumType enumType) {
        WireWriter writer = new WireWriter();
        writer.string(1, enumType.name());
        for (EnumValue value : enumType.values()) {
            WireWriter entry = new WireWriter();
            entry.string(1, value.name());
            entry.varint(2, value.number());
            options.encode(3, value, entry);
            writer.message(2, entry);
        }
        options.encode(3, enumType, writer);
        for (NumberRange range : enumType.reservedRanges()) {
            writer.message(4, range(range.start(), range.end()));
        }
        for (String name : enumType.reservedNames()) {
            writer.string(5, name);
        }
        visibility(6, enumType.visibility(), writer);
        return writer;
    }

    private static WireWriter range(int start, int end) {
        WireWriter writer = new WireWriter();
        writer.varint(1, start);
        writer.varint(2, end);
        return writer;
    }

    private static void visibility(int fieldNumber, Visibility visibility, WireWriter writer) {
        switch (visibility) {
            case UNSET -> {}
            case LOCAL -> writer.varint(fieldNumber, 1);
            case EXPORT -> writer.varint(fieldNumber, 2);
        }
    }
}
