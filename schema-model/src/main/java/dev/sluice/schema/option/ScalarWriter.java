package dev.sluice.schema.option;

import dev.sluice.schema.descriptor.FieldType;
import dev.sluice.schema.wire.WireType;
import dev.sluice.schema.wire.WireWriter;

/** Writes scalars as their type is written, without the tag. */
final class ScalarWriter {
    private ScalarWriter() {}

    static int wireType(FieldType type) {
        return switch (type) {
            case INT32, INT64, UINT32, UINT64, SINT32, SINT64, BOOL, ENUM -> WireType.VARINT;
            case FIXED32, SFIXED32, FLOAT -> WireType.FIXED32;
            case FIXED64, SFIXED64, DOUBLE -> WireType.FIXED64;
            case STRING, BYTES, MESSAGE -> WireType.LENGTH_DELIMITED;
            case GROUP -> WireType.START_GROUP;
        };
    }

    /** Writes an integer, a bool or an enum number; the value must be in the type's range. */
    static void integer(FieldType type, long value, WireWriter to) {
        switch (type) {
            case SINT32, SINT64 -> to.rawVarint(value << 1 ^ value >> 63);
            case FIXED32, SFIXED32 -> to.rawFixed32((int) value);
            case FIXED64, SFIXED64 -> to.rawFixed64(value);
            default -> to.rawVarint(value);
        }
    }

    /** Writes a float or a double. */
    static void decimal(FieldType type, double value, WireWriter to) {
        if (type == FieldType.FLOAT) {
            to.rawFixed32(Float.floatToRawIntBits((float) value));
        } else {
            to.rawFixed64(Double.doubleToRawLongBits(value));
        }
    }

    /** Writes a string or bytes. */
    static void bytes(byte[] value, WireWriter to) {
        to.rawVarint(value.length);
        to.raw(value);
    }
}
