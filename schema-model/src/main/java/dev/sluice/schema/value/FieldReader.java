package dev.sluice.schema.value;

import dev.sluice.schema.descriptor.FieldType;
import dev.sluice.schema.model.Field;
import dev.sluice.schema.model.SchemaSet;
import dev.sluice.schema.wire.WireReader;
import dev.sluice.schema.wire.WireType;
import java.util.List;

/** Reads values of one field as its type says. */
final class FieldReader {
    private final SchemaSet set;
    private final Field field;

    FieldReader(SchemaSet set, Field field) {
        this.set = set;
        this.field = field;
    }

    /**
     * Adds the values at the reader's current field, one or those of a packed list, and steps over them. The field must
     * {@linkplain #accepts accept} the reader's wire type.
     */
    void read(WireReader reader, List<Value> to) {
        int expected = wireType(field.type());
        if (reader.wireType() == expected || isMessageForm(reader.wireType())) {
            to.add(value(reader));
        } else {
            WireReader packed = reader.message();
            while (packed.hasMore()) {
                to.add(value(packed));
            }
        }
    }

    /** Whether a field with this wire type can hold values of the field; one that cannot counts as unknown. */
    boolean accepts(int wireType) {
        return wireType == wireType(field.type())
                || isMessageForm(wireType)
                || (wireType == WireType.LENGTH_DELIMITED
                        && field.isRepeated()
                        && field.type().isPackable());
    }

    private boolean isMessageForm(int wireType) {
        return field.type().isMessage() && (wireType == WireType.LENGTH_DELIMITED || wireType == WireType.START_GROUP);
    }

    private static int wireType(FieldType type) {
        return switch (type) {
            case INT32, INT64, UINT32, UINT64, SINT32, SINT64, BOOL, ENUM -> WireType.VARINT;
            case FIXED32, SFIXED32, FLOAT -> WireType.FIXED32;
            case FIXED64, SFIXED64, DOUBLE -> WireType.FIXED64;
            case STRING, BYTES, MESSAGE, GROUP -> WireType.LENGTH_DELIMITED;
        };
    }

    private Value value(WireReader reader) {
        return switch (field.type()) {
            case INT32 -> new Value.Int((int) reader.varint());
            case INT64 -> new Value.Int(reader.varint());
            case SINT32, SINT64 -> new Value.Int(zigZag(reader.varint()));
            case SFIXED32 -> new Value.Int(reader.fixed32());
            case SFIXED64 -> new Value.Int(reader.fixed64());
            case UINT32 -> new Value.Unsigned(reader.varint() & 0xffffffffL);
            case UINT64 -> new Value.Unsigned(reader.varint());
            case FIXED32 -> new Value.Unsigned(reader.fixed32() & 0xffffffffL);
            case FIXED64 -> new Value.Unsigned(reader.fixed64());
            case FLOAT -> new Value.Decimal(Float.intBitsToFloat(reader.fixed32()));
            case DOUBLE -> new Value.Decimal(Double.longBitsToDouble(reader.fixed64()));
            case BOOL -> new Value.Bool(reader.varint() != 0);
            case STRING -> new Value.Text(reader.string());
            case BYTES -> new Value.Bytes(reader.bytes());
            case ENUM -> new Value.EnumNumber(field.enumType().orElseThrow(), (int) reader.varint());
            case MESSAGE, GROUP -> new Value.Message(message(reader));
        };
    }

    private MessageValue message(WireReader reader) {
        WireReader content = reader.wireType() == WireType.START_GROUP ? reader.group() : reader.message();
        return new MessageValue(field.message().orElseThrow(), set, content.rest());
    }

    private static long zigZag(long raw) {
        return raw >>> 1 ^ -(raw & 1);
    }
}
