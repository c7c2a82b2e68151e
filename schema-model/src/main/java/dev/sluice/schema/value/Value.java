package dev.sluice.schema.value;

import dev.sluice.schema.model.EnumType;
import dev.sluice.schema.model.EnumValue;
import java.util.Optional;

/** One value of a field, by the kind of the field's type. */
public sealed interface Value {

    /** A signed integer: int32, int64, sint32, sint64, sfixed32, sfixed64. */
    record Int(long value) implements Value {}

    /**
     * An unsigned integer: uint32, uint64, fixed32, fixed64.
     *
     * @param bits the number modulo 2^64; for {@link Long#toUnsignedString(long)} and its kin
     */
    record Unsigned(long bits) implements Value {}

    /** A float or a double; a float is widened. */
    record Decimal(double value) implements Value {}

    /** A bool. */
    record Bool(boolean value) implements Value {}

    /** A string; malformed UTF-8 in it was replaced. */
    record Text(String value) implements Value {}

    /**
     * Bytes.
     *
     * @param value not copied, not to be changed
     */
    @SuppressWarnings("ArrayRecordComponent")
    record Bytes(byte[] value) implements Value {}

    /** An enum number, which need not be one the enum declares. */
    record EnumNumber(EnumType type, int number) implements Value {

        /** The first value declared with this number. */
        public Optional<EnumValue> declared() {
            return type.value(number);
        }
    }

    /** A message or group; a map entry too. */
    record Message(MessageValue value) implements Value {}
}
