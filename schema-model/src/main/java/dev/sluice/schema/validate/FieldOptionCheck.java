package dev.sluice.schema.validate;

import dev.sluice.schema.descriptor.Edition;
import dev.sluice.schema.descriptor.FieldType;
import dev.sluice.schema.model.Field;
import dev.sluice.schema.model.Options;

/** Standard field options stand on fields that they mean something for (descriptor.proto, FieldOptions). */
final class FieldOptionCheck implements ElementCheck {
    private static final int CTYPE = 1;
    private static final int PACKED = 2;
    private static final int LAZY = 5;
    private static final int JSTYPE = 6;
    private static final int UNVERIFIED_LAZY = 15;

    @Override
    public void field(Field field, Context context) {
        Options options = field.options();
        if (options.encoded().length == 0) {
            return;
        }
        boolean eager = field.type() != FieldType.MESSAGE || field.isDelimited();
        if (eager && options.bool(LAZY, false)) {
            report(field, "lazy is for message fields only; remove it", LAZY, context);
        }
        if (eager && options.bool(UNVERIFIED_LAZY, false)) {
            report(field, "unverified_lazy is for message fields only; remove it", UNVERIFIED_LAZY, context);
        }
        if (options.bool(PACKED, false) && !(field.isRepeated() && field.type().isPackable())) {
            report(field, "packed is for repeated numbers, bools and enums only; remove it", PACKED, context);
        }
        if (options.varint(JSTYPE).orElse(0) != 0 && !is64Bit(field.type())) {
            report(field, "jstype is for 64-bit integers only; remove it", JSTYPE, context);
        }
        if (field.file().edition().isEdition()) {
            checkReplaced(field, options, context);
        }
    }

    /** Options that features have taken the place of. */
    private static void checkReplaced(Field field, Options options, Context context) {
        if (options.varint(PACKED).isPresent()) {
            report(field, "packed is not for editions; use features.repeated_field_encoding", PACKED, context);
        }
        if (options.varint(CTYPE).isPresent() && field.file().edition().compareTo(Edition.EDITION_2024) >= 0) {
            report(field, "ctype is not for editions from 2024 on; use features.(pb.cpp).string_type", CTYPE, context);
        }
    }

    private static boolean is64Bit(FieldType type) {
        return switch (type) {
            case INT64, UINT64, SINT64, FIXED64, SFIXED64 -> true;
            case DOUBLE, FLOAT, INT32, FIXED32, BOOL, STRING, GROUP, MESSAGE, BYTES, UINT32, ENUM, SFIXED32, SINT32 ->
                false;
        };
    }

    private static void report(Field field, String problem, int option, Context context) {
        context.problems().reportOption(field, problem, Part.FIELD_OPTIONS, option);
    }
}
