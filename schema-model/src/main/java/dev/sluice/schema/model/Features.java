package dev.sluice.schema.model;

import dev.sluice.schema.descriptor.Edition;
import dev.sluice.schema.descriptor.FieldLabel;
import dev.sluice.schema.descriptor.FieldType;
import dev.sluice.schema.wire.WireReader;
import dev.sluice.schema.wire.WireType;
import java.util.OptionalLong;

/** The global features of one element, all resolved (descriptor.proto, FeatureSet). */
public record Features(
        FieldPresence fieldPresence,
        EnumOpenness enumOpenness,
        RepeatedFieldEncoding repeatedFieldEncoding,
        Utf8Validation utf8Validation,
        MessageEncoding messageEncoding,
        JsonFormat jsonFormat,
        NamingStyle namingStyle,
        DefaultVisibility defaultVisibility) {

    /** Whether a field tells absent from default; constants in descriptor.proto's order from number 1. */
    public enum FieldPresence {
        EXPLICIT,
        IMPLICIT,
        LEGACY_REQUIRED
    }

    /** Whether an enum keeps numbers it does not know as values; constants in order from number 1. */
    public enum EnumOpenness {
        OPEN,
        CLOSED
    }

    /** How repeated numbers are written; constants in order from number 1. */
    public enum RepeatedFieldEncoding {
        PACKED,
        EXPANDED
    }

    /** Whether strings are checked to be UTF-8; constants in order from number 2. */
    public enum Utf8Validation {
        VERIFY,
        NONE
    }

    /** How message fields are written; constants in order from number 1. */
    public enum MessageEncoding {
        LENGTH_PREFIXED,
        DELIMITED
    }

    /** Whether the JSON mapping is guaranteed; constants in order from number 1. */
    public enum JsonFormat {
        ALLOW,
        LEGACY_BEST_EFFORT
    }

    /** Which naming style is enforced; constants in order from number 1. */
    public enum NamingStyle {
        STYLE2024,
        STYLE_LEGACY,
        STYLE2026
    }

    /** Which symbols other files see where no keyword says; constants in order from number 1. */
    public enum DefaultVisibility {
        EXPORT_ALL,
        EXPORT_TOP_LEVEL,
        LOCAL_ALL,
        STRICT
    }

    private static final Features PROTO2 = new Features(
            FieldPresence.EXPLICIT,
            EnumOpenness.CLOSED,
            RepeatedFieldEncoding.EXPANDED,
            Utf8Validation.NONE,
            MessageEncoding.LENGTH_PREFIXED,
            JsonFormat.LEGACY_BEST_EFFORT,
            NamingStyle.STYLE_LEGACY,
            DefaultVisibility.EXPORT_ALL);
    private static final Features PROTO3 = new Features(
            FieldPresence.IMPLICIT,
            EnumOpenness.OPEN,
            RepeatedFieldEncoding.PACKED,
            Utf8Validation.VERIFY,
            MessageEncoding.LENGTH_PREFIXED,
            JsonFormat.ALLOW,
            NamingStyle.STYLE_LEGACY,
            DefaultVisibility.EXPORT_ALL);
    private static final Features EDITION_2023 = PROTO3.with(FieldPresence.EXPLICIT);
    private static final Features EDITION_2024 = new Features(
            FieldPresence.EXPLICIT,
            EnumOpenness.OPEN,
            RepeatedFieldEncoding.PACKED,
            Utf8Validation.VERIFY,
            MessageEncoding.LENGTH_PREFIXED,
            JsonFormat.ALLOW,
            NamingStyle.STYLE2024,
            DefaultVisibility.EXPORT_TOP_LEVEL);

    private static final Features EDITION_2026 = new Features(
            FieldPresence.EXPLICIT,
            EnumOpenness.OPEN,
            RepeatedFieldEncoding.PACKED,
            Utf8Validation.VERIFY,
            MessageEncoding.LENGTH_PREFIXED,
            JsonFormat.ALLOW,
            NamingStyle.STYLE2026,
            DefaultVisibility.STRICT);

    /** FieldOptions.packed. */
    private static final int PACKED_OPTION = 2;

    /** The features of a file that sets none (protobuf.dev, Feature Settings for Editions). */
    public static Features defaultsOf(Edition edition) {
        return switch (edition) {
            case PROTO2 -> PROTO2;
            case PROTO3 -> PROTO3;
            case EDITION_2023 -> EDITION_2023;
            case EDITION_2024 -> EDITION_2024;
            case EDITION_2026 -> EDITION_2026;
        };
    }

    /** These features overridden by those that an options message sets in its field {@code featureField}. */
    Features merge(Options options, int featureField) {
        Features merged = this;
        for (byte[] features : options.lengthDelimited(featureField)) {
            WireReader reader = new WireReader(features);
            while (reader.nextTag()) {
                if (reader.wireType() == WireType.VARINT) {
                    merged = merged.with(reader.fieldNumber(), reader.varint());
                } else {
                    reader.skip();
                }
            }
        }
        return merged;
    }

    /** What the syntax of proto2 and proto3 says in other words than features: required, optional, group, packed. */
    Features legacy(Field field) {
        if (field.file().edition().isEdition()) {
            return this;
        }
        Features legacy = this;
        if (field.label() == FieldLabel.REQUIRED) {
            legacy = legacy.with(FieldPresence.LEGACY_REQUIRED);
        } else if (field.isProto3Optional()) {
            legacy = legacy.with(FieldPresence.EXPLICIT);
        }
        if (field.type() == FieldType.GROUP) {
            legacy = legacy.with(5, MessageEncoding.DELIMITED.ordinal() + 1L);
        }
        if (field.isRepeated()) {
            OptionalLong packed = field.options().varint(PACKED_OPTION);
            if (packed.isPresent()) {
                legacy = legacy.with(3, packed.getAsLong() != 0 ? 1 : 2);
            }
        }
        return legacy;
    }

    private Features with(FieldPresence presence) {
        return presence == fieldPresence
                ? this
                : new Features(
                        presence,
                        enumOpenness,
                        repeatedFieldEncoding,
                        utf8Validation,
                        messageEncoding,
                        jsonFormat,
                        namingStyle,
                        defaultVisibility);
    }

    /** These features with field {@code number} of FeatureSet set to enum number {@code value}; unknown ones change nothing. */
    private Features with(int number, long value) {
        return new Features(
                number == 1 ? constant(FieldPresence.values(), value - 1, fieldPresence) : fieldPresence,
                number == 2 ? constant(EnumOpenness.values(), value - 1, enumOpenness) : enumOpenness,
                number == 3
                        ? constant(RepeatedFieldEncoding.values(), value - 1, repeatedFieldEncoding)
                        : repeatedFieldEncoding,
                number == 4 ? constant(Utf8Validation.values(), value - 2, utf8Validation) : utf8Validation,
                number == 5 ? constant(MessageEncoding.values(), value - 1, messageEncoding) : messageEncoding,
                number == 6 ? constant(JsonFormat.values(), value - 1, jsonFormat) : jsonFormat,
                number == 7 ? constant(NamingStyle.values(), value - 1, namingStyle) : namingStyle,
                number == 8 ? constant(DefaultVisibility.values(), value - 1, defaultVisibility) : defaultVisibility);
    }

    private static <E extends Enum<E>> E constant(E[] constants, long index, E absent) {
        return index >= 0 && index < constants.length ? constants[(int) index] : absent;
    }
}
