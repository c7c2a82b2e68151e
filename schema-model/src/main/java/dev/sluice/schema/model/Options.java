package dev.sluice.schema.model;

import dev.sluice.schema.wire.WireReader;
import dev.sluice.schema.wire.WireType;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * An element's options message in protobuf wire form, read on demand. Custom options are the extension fields in it;
 * the value package gives a typed view.
 */
public final class Options {
    /** The options of an element that has none. */
    public static final Options NONE = new Options(new byte[0], false);

    private final byte[] encoded;
    private final boolean present;

    private Options(byte[] encoded, boolean present) {
        this.encoded = encoded;
        this.present = present;
    }

    /** Options that are present, with this wire form, which is not copied. */
    public static Options of(byte[] encoded) {
        return new Options(encoded, true);
    }

    /** Whether the element has an options message, be it an empty one. */
    public boolean isPresent() {
        return present;
    }

    /** The wire form; not copied, not to be changed. */
    public byte[] encoded() {
        return encoded;
    }

    /** The last value of a varint field (bool, enum, integer) with this number. */
    public OptionalLong varint(int fieldNumber) {
        OptionalLong found = OptionalLong.empty();
        WireReader reader = new WireReader(encoded);
        while (reader.nextTag()) {
            if (reader.fieldNumber() == fieldNumber && reader.wireType() == WireType.VARINT) {
                found = OptionalLong.of(reader.varint());
            } else {
                reader.skip();
            }
        }
        return found;
    }

    /** The last value of a bool field, or {@code absent}. */
    public boolean bool(int fieldNumber, boolean absent) {
        if (encoded.length == 0) {
            return absent;
        }
        OptionalLong value = varint(fieldNumber);
        return value.isPresent() ? value.getAsLong() != 0 : absent;
    }

    /** The last value of a string field. */
    public Optional<String> string(int fieldNumber) {
        List<byte[]> all = lengthDelimited(fieldNumber);
        return all.isEmpty()
                ? Optional.empty()
                : Optional.of(new String(all.get(all.size() - 1), StandardCharsets.UTF_8));
    }

    /** All values of a string, bytes or message field, in wire form and order. */
    public List<byte[]> lengthDelimited(int fieldNumber) {
        if (encoded.length == 0) {
            return List.of();
        }
        List<byte[]> found = new ArrayList<>(1);
        WireReader reader = new WireReader(encoded);
        while (reader.nextTag()) {
            if (reader.fieldNumber() == fieldNumber && reader.wireType() == WireType.LENGTH_DELIMITED) {
                found.add(reader.bytes());
            } else {
                reader.skip();
            }
        }
        return found;
    }
}
