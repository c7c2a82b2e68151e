package dev.sluice.schema.load;

import dev.sluice.schema.descriptor.OptionsProto;
import dev.sluice.schema.wire.WireReader;
import dev.sluice.schema.wire.WireType;
import org.jspecify.annotations.Nullable;

/** Values of descriptor fields, with their wire types checked. */
final class Fields {
    private Fields() {}

    static void expect(WireReader reader, int wireType) {
        if (reader.wireType() != wireType) {
            throw new MalformedDescriptorException("field " + reader.fieldNumber() + " has wire type "
                    + reader.wireType() + " instead of " + wireType + " at byte " + reader.position());
        }
    }

    static String string(WireReader reader) {
        expect(reader, WireType.LENGTH_DELIMITED);
        return reader.string();
    }

    static int int32(WireReader reader) {
        expect(reader, WireType.VARINT);
        return (int) reader.varint();
    }

    static boolean bool(WireReader reader) {
        expect(reader, WireType.VARINT);
        return reader.varint() != 0;
    }

    static WireReader message(WireReader reader) {
        expect(reader, WireType.LENGTH_DELIMITED);
        return reader.message();
    }

    /**
     * An options message, checked to be well-formed as far as the model reads it; one that appears twice merges, which
     * in wire form is concatenation.
     *
     * @param featureField the number of the features in this kind of options
     */
    static OptionsProto options(WireReader reader, @Nullable OptionsProto before, int featureField) {
        expect(reader, WireType.LENGTH_DELIMITED);
        byte[] encoded = reader.bytes();
        check(new WireReader(encoded), featureField);
        if (before == null) {
            return OptionsProto.encoded(encoded);
        }
        byte[] merged = new byte[before.encoded().length + encoded.length];
        System.arraycopy(before.encoded(), 0, merged, 0, before.encoded().length);
        System.arraycopy(encoded, 0, merged, before.encoded().length, encoded.length);
        return OptionsProto.encoded(merged);
    }

    private static void check(WireReader reader, int featureField) {
        while (reader.nextTag()) {
            if (reader.fieldNumber() == featureField && reader.wireType() == WireType.LENGTH_DELIMITED) {
                check(reader.message(), 0);
            } else {
                reader.skip();
            }
        }
    }
}
