package dev.sluice.schema.option;

import dev.sluice.schema.descriptor.FieldType;

/** The integers that types and field numbers can be. */
final class OptionRange {
    private static final int MAX_FIELD_NUMBER = 536_870_911;

    private OptionRange() {}

    /** Whether a field can have this number at all. */
    static boolean isFieldNumber(int number) {
        return number > 0 && number <= MAX_FIELD_NUMBER;
    }

    /** The largest value, as an unsigned number. */
    static long max(FieldType type) {
        return switch (type) {
            case INT32, SINT32, SFIXED32, ENUM -> Integer.MAX_VALUE;
            case UINT32, FIXED32 -> 0xffffffffL;
            case UINT64, FIXED64 -> -1L;
            case BOOL -> 1;
            case INT64, SINT64, SFIXED64, DOUBLE, FLOAT, STRING, GROUP, MESSAGE, BYTES -> Long.MAX_VALUE;
        };
    }

    /** Whether values below zero are possible. */
    static boolean isSigned(FieldType type) {
        return switch (type) {
            case INT32, SINT32, SFIXED32, INT64, SINT64, SFIXED64, ENUM -> true;
            case UINT32, FIXED32, UINT64, FIXED64, BOOL, DOUBLE, FLOAT, STRING, GROUP, MESSAGE, BYTES -> false;
        };
    }

    /** The range in words: {@code from 0 to 4294967295}. */
    static String describe(FieldType type) {
        long max = max(type);
        return "from " + (isSigned(type) ? Long.toString(-max - 1) : "0") + " to " + Long.toUnsignedString(max);
    }
}
