package dev.sluice.schema.load;

import dev.sluice.schema.descriptor.EnumProto;
import dev.sluice.schema.descriptor.EnumValueProto;
import dev.sluice.schema.descriptor.NumberRange;
import dev.sluice.schema.descriptor.OptionsProto;
import dev.sluice.schema.descriptor.Visibility;
import dev.sluice.schema.model.FeatureField;
import dev.sluice.schema.wire.WireReader;
import java.util.ArrayList;
import java.util.List;

/** Reads an EnumDescriptorProto. */
final class EnumLoader {
    private EnumLoader() {}

    static EnumProto load(WireReader reader) {
        String name = "";
        List<EnumValueProto> values = new ArrayList<>();
        OptionsProto options = null;
        List<NumberRange> reservedRanges = new ArrayList<>(0);
        List<String> reservedNames = new ArrayList<>(0);
        Visibility visibility = Visibility.UNSET;
        while (reader.nextTag()) {
            switch (reader.fieldNumber()) {
                case 1 -> name = Fields.string(reader);
                case 2 -> values.add(value(Fields.message(reader)));
                case 3 -> options = Fields.options(reader, options, FeatureField.ENUM);
                case 4 -> reservedRanges.add(range(Fields.message(reader)));
                case 5 -> reservedNames.add(Fields.string(reader));
                case 6 -> visibility = visibility(reader);
                default -> reader.skip();
            }
        }
        return new EnumProto(name, values, options, reservedRanges, reservedNames, visibility);
    }

    static Visibility visibility(WireReader reader) {
        return switch (Fields.int32(reader)) {
            case 1 -> Visibility.LOCAL;
            case 2 -> Visibility.EXPORT;
            default -> Visibility.UNSET;
        };
    }

    static NumberRange range(WireReader reader) {
        int start = 0;
        int end = 0;
        while (reader.nextTag()) {
            switch (reader.fieldNumber()) {
                case 1 -> start = Fields.int32(reader);
                case 2 -> end = Fields.int32(reader);
                default -> reader.skip();
            }
        }
        return new NumberRange(start, end);
    }

    private static EnumValueProto value(WireReader reader) {
        String name = "";
        int number = 0;
        OptionsProto options = null;
        while (reader.nextTag()) {
            switch (reader.fieldNumber()) {
                case 1 -> name = Fields.string(reader);
                case 2 -> number = Fields.int32(reader);
                case 3 -> options = Fields.options(reader, options, FeatureField.ENUM_VALUE);
                default -> reader.skip();
            }
        }
        return new EnumValueProto(name, number, options);
    }
}
