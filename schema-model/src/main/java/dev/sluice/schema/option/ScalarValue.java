package dev.sluice.schema.option;

import dev.sluice.schema.descriptor.FieldType;
import dev.sluice.schema.descriptor.UninterpretedOption;
import dev.sluice.schema.descriptor.UninterpretedOption.Identifier;
import dev.sluice.schema.descriptor.UninterpretedOption.NegativeInt;
import dev.sluice.schema.descriptor.UninterpretedOption.OptionValue;
import dev.sluice.schema.descriptor.UninterpretedOption.PositiveInt;
import dev.sluice.schema.wire.WireWriter;

/** Checks the value of an option of scalar type and writes it, without the tag. */
final class ScalarValue {
    private ScalarValue() {}

    /**
     * Writes a value of any scalar type but enum.
     *
     * @throws OptionException if the value is not of the type
     */
    static void write(FieldType type, OptionValue value, WireWriter to) {
        switch (type) {
            case INT32, INT64, SINT32, SINT64, SFIXED32, SFIXED64, UINT32, UINT64, FIXED32, FIXED64 ->
                ScalarWriter.integer(type, integer(type, value), to);
            case BOOL -> ScalarWriter.integer(type, bool(value) ? 1 : 0, to);
            case FLOAT, DOUBLE -> ScalarWriter.decimal(type, decimal(value), to);
            case STRING, BYTES -> ScalarWriter.bytes(string(type, value), to);
            case ENUM, MESSAGE, GROUP -> throw new OptionException(partOf(value), "not a scalar");
        }
    }

    private static long integer(FieldType type, OptionValue value) {
        if (value instanceof PositiveInt positive) {
            if (Long.compareUnsigned(positive.bits(), OptionRange.max(type)) <= 0) {
                return positive.bits();
            }
        } else if (value instanceof NegativeInt negative && OptionRange.isSigned(type)) {
            if (negative.value() >= -OptionRange.max(type) - 1) {
                return negative.value();
            }
        }
        throw new OptionException(
                partOf(value), "the value must be an integer (" + type.keyword() + "), " + OptionRange.describe(type));
    }

    private static boolean bool(OptionValue value) {
        if (value instanceof Identifier identifier) {
            if (identifier.text().equals("true")) {
                return true;
            } else if (identifier.text().equals("false")) {
                return false;
            }
        }
        throw new OptionException(partOf(value), "the value must be true or false");
    }

    private static double decimal(OptionValue value) {
        if (value instanceof UninterpretedOption.FloatValue number) {
            return number.value();
        } else if (value instanceof PositiveInt positive) {
            return unsignedToDouble(positive.bits());
        } else if (value instanceof NegativeInt negative) {
            return negative.value();
        } else if (value instanceof Identifier identifier) {
            if (identifier.text().equals("inf")) {
                return Double.POSITIVE_INFINITY;
            } else if (identifier.text().equals("nan")) {
                return Double.NaN;
            }
        }
        throw new OptionException(partOf(value), "the value must be a number, inf or nan");
    }

    private static double unsignedToDouble(long bits) {
        // Halve with the lost bit kept sticky, so that rounding happens once.
        return bits >= 0 ? bits : (double) (bits >>> 1 | bits & 1) * 2;
    }

    private static byte[] string(FieldType type, OptionValue value) {
        if (value instanceof UninterpretedOption.StringBytes bytes) {
            return bytes.value();
        }
        throw new OptionException(partOf(value), "the value must be a quoted string (" + type.keyword() + ")");
    }

    /** The field of UninterpretedOption that holds a value. */
    static int partOf(OptionValue value) {
        if (value instanceof Identifier) {
            return OptionException.IDENTIFIER_VALUE;
        } else if (value instanceof PositiveInt) {
            return OptionException.POSITIVE_INT_VALUE;
        } else if (value instanceof NegativeInt) {
            return OptionException.NEGATIVE_INT_VALUE;
        } else if (value instanceof UninterpretedOption.FloatValue) {
            return OptionException.DOUBLE_VALUE;
        }
        return value instanceof UninterpretedOption.StringBytes
                ? OptionException.STRING_VALUE
                : OptionException.AGGREGATE_VALUE;
    }
}
