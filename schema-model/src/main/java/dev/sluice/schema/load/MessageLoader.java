package dev.sluice.schema.load;

import dev.sluice.schema.descriptor.EnumProto;
import dev.sluice.schema.descriptor.ExtensionRangeProto;
import dev.sluice.schema.descriptor.FieldLabel;
import dev.sluice.schema.descriptor.FieldProto;
import dev.sluice.schema.descriptor.FieldType;
import dev.sluice.schema.descriptor.MessageProto;
import dev.sluice.schema.descriptor.NumberRange;
import dev.sluice.schema.descriptor.OneofProto;
import dev.sluice.schema.descriptor.OptionsProto;
import dev.sluice.schema.descriptor.Visibility;
import dev.sluice.schema.model.FeatureField;
import dev.sluice.schema.model.JsonNames;
import dev.sluice.schema.wire.WireReader;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads a DescriptorProto and a FieldDescriptorProto. */
final class MessageLoader {
    /** As deep as protoc lets messages nest. */
    private static final int MAX_NESTING = 100;

    private MessageLoader() {}

    static MessageProto message(WireReader reader, int depth) {
        if (depth > MAX_NESTING) {
            throw new MalformedDescriptorException("messages nested deeper than " + MAX_NESTING);
        }
        String name = "";
        List<FieldProto> fields = new ArrayList<>();
        List<FieldProto> extensions = new ArrayList<>(0);
        List<MessageProto> messages = new ArrayList<>(0);
        List<EnumProto> enums = new ArrayList<>(0);
        List<ExtensionRangeProto> extensionRanges = new ArrayList<>(0);
        List<OneofProto> oneofs = new ArrayList<>(0);
        OptionsProto options = null;
        List<NumberRange> reservedRanges = new ArrayList<>(0);
        List<String> reservedNames = new ArrayList<>(0);
        Visibility visibility = Visibility.UNSET;
        while (reader.nextTag()) {
            switch (reader.fieldNumber()) {
                case 1 -> name = Fields.string(reader);
                case 2 -> fields.add(field(Fields.message(reader)));
                case 3 -> messages.add(message(Fields.message(reader), depth + 1));
                case 4 -> enums.add(EnumLoader.load(Fields.message(reader)));
                case 5 -> extensionRanges.add(extensionRange(Fields.message(reader)));
                case 6 -> extensions.add(field(Fields.message(reader)));
                case 7 -> options = Fields.options(reader, options, FeatureField.MESSAGE);
                case 8 -> oneofs.add(oneof(Fields.message(reader)));
                case 9 -> reservedRanges.add(EnumLoader.range(Fields.message(reader)));
                case 10 -> reservedNames.add(Fields.string(reader));
                case 11 -> visibility = EnumLoader.visibility(reader);
                default -> reader.skip();
            }
        }
        return new MessageProto(
                name,
                fields,
                extensions,
                messages,
                enums,
                extensionRanges,
                oneofs,
                options,
                reservedRanges,
                reservedNames,
                visibility);
    }

    static FieldProto field(WireReader reader) {
        String name = "";
        String extendee = null;
        int number = 0;
        FieldLabel label = FieldLabel.OPTIONAL;
        FieldType type = null;
        String typeName = null;
        String defaultValue = null;
        OptionsProto options = null;
        int oneofIndex = -1;
        String jsonName = null;
        boolean proto3Optional = false;
        while (reader.nextTag()) {
            switch (reader.fieldNumber()) {
                case 1 -> name = Fields.string(reader);
                case 2 -> extendee = Fields.string(reader);
                case 3 -> number = Fields.int32(reader);
                case 4 -> label = label(Fields.int32(reader));
                case 5 -> type = type(Fields.int32(reader));
                case 6 -> typeName = Fields.string(reader);
                case 7 -> defaultValue = Fields.string(reader);
                case 8 -> options = Fields.options(reader, options, FeatureField.FIELD);
                case 9 -> oneofIndex = Fields.int32(reader);
                case 10 -> jsonName = Fields.string(reader);
                case 17 -> proto3Optional = Fields.bool(reader);
                default -> reader.skip();
            }
        }
        if (typeName == null && (type == null || type.isMessage() || type == FieldType.ENUM)) {
            throw new MalformedDescriptorException("field \"" + name + "\" has no type");
        }
        return new FieldProto(
                name,
                number,
                label,
                type,
                typeName,
                extendee,
                defaultValue,
                writtenJsonName(name, jsonName),
                oneofIndex,
                proto3Optional,
                options);
    }

    private static @Nullable String writtenJsonName(String name, @Nullable String jsonName) {
        return jsonName == null || jsonName.equals(JsonNames.derive(name)) ? null : jsonName;
    }

    private static FieldLabel label(int number) {
        return switch (number) {
            case 1 -> FieldLabel.OPTIONAL;
            case 2 -> FieldLabel.REQUIRED;
            case 3 -> FieldLabel.REPEATED;
            default -> throw new MalformedDescriptorException("unknown label number " + number);
        };
    }

    private static FieldType type(int number) {
        return FieldType.ofNumber(number)
                .orElseThrow(() -> new MalformedDescriptorException("unknown type number " + number));
    }

    private static ExtensionRangeProto extensionRange(WireReader reader) {
        int start = 0;
        int end = 0;
        OptionsProto options = null;
        while (reader.nextTag()) {
            switch (reader.fieldNumber()) {
                case 1 -> start = Fields.int32(reader);
                case 2 -> end = Fields.int32(reader);
                case 3 -> options = Fields.options(reader, options, FeatureField.EXTENSION_RANGE);
                default -> reader.skip();
            }
        }
        return new ExtensionRangeProto(start, end, options);
    }

    private static OneofProto oneof(WireReader reader) {
        String name = "";
        OptionsProto options = null;
        while (reader.nextTag()) {
            switch (reader.fieldNumber()) {
                case 1 -> name = Fields.string(reader);
                case 2 -> options = Fields.options(reader, options, FeatureField.ONEOF);
                default -> reader.skip();
            }
        }
        return new OneofProto(name, options);
    }
}
