package dev.sluice.schema.option;

import dev.sluice.schema.model.Field;
import dev.sluice.schema.model.MessageType;
import dev.sluice.schema.wire.MalformedWireException;
import dev.sluice.schema.wire.WireReader;
import dev.sluice.schema.wire.WireType;
import dev.sluice.schema.wire.WireWriter;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Writes a message anew as one that knows all its types does: fields in the order of their numbers, the last value of a
 * singular field, parts of a message merged, repeated fields packed or not as declared, unknown fields last.
 */
class CanonicalForm {
    /** Where extensions are found. */
    interface Extensions {

        /** The extension of a message with this number, or null. */
        @Nullable
        Field find(MessageType extendee, int number);
    }

    private final Extensions extensions;
    private final FieldRules rules;

    CanonicalForm(Extensions extensions, FieldRules rules) {
        this.extensions = extensions;
        this.rules = rules;
    }

    /** Whether a field is left out. */
    boolean isDropped(Field field) {
        return false;
    }

    /** What was read of one field: for a singular message the parts joined, else the values one after the other. */
    private static final class Content {
        final Field field;
        WireWriter values = new WireWriter();

        Content(Field field) {
            this.field = field;
        }
    }

    /** A message written anew; bytes that are none of that type stay as they are. */
    WireWriter of(MessageType type, byte[] encoded) {
        try {
            return rewritten(type, encoded);
        } catch (MalformedWireException malformed) {
            WireWriter unchanged = new WireWriter();
            unchanged.raw(encoded);
            return unchanged;
        }
    }

    private WireWriter rewritten(MessageType type, byte[] encoded) {
        Map<Integer, Content> contents = new TreeMap<>();
        WireWriter unknown = new WireWriter();
        WireReader reader = new WireReader(encoded);
        int from = 0;
        while (reader.nextTag()) {
            Field field = type.field(reader.fieldNumber()).orElse(null);
            if (field == null) {
                field = extensions.find(type, reader.fieldNumber());
            }
            if (field == null || !accepts(field, reader.wireType()) || rules.isMessageSet(type)) {
                reader.skip();
                unknown.raw(encoded, from, reader.position());
            } else if (isDropped(field)) {
                reader.skip();
            } else {
                int number = reader.fieldNumber();
                Content content = contents.get(number);
                if (content == null) {
                    content = new Content(field);
                    dropOthers(field, contents);
                    contents.put(number, content);
                }
                read(content, reader, encoded);
            }
            from = reader.position();
        }
        WireWriter written = new WireWriter();
        for (Content content : contents.values()) {
            write(content, written);
        }
        written.raw(unknown);
        return written;
    }

    /** Of the members of a oneof the last one set counts. */
    private static void dropOthers(Field field, Map<Integer, Content> contents) {
        if (field.oneof().isPresent()) {
            for (Field other : field.oneof().get().fields()) {
                contents.remove(other.number());
            }
        }
    }

    private static boolean accepts(Field field, int wireType) {
        if (field.type().isMessage()) {
            return wireType == WireType.LENGTH_DELIMITED || wireType == WireType.START_GROUP;
        }
        return wireType == ScalarWriter.wireType(field.type())
                || (wireType == WireType.LENGTH_DELIMITED
                        && field.isRepeated()
                        && field.type().isPackable());
    }

    private void read(Content content, WireReader reader, byte[] encoded) {
        Field field = content.field;
        if (field.type().isMessage()) {
            WireReader message = reader.wireType() == WireType.START_GROUP ? reader.group() : reader.message();
            if (field.isRepeated()) {
                message(field, message.rest(), content.values);
            } else {
                content.values.raw(message.rest());
            }
            return;
        }
        boolean packed =
                reader.wireType() == WireType.LENGTH_DELIMITED && field.type().isPackable();
        WireReader values = packed ? reader.message() : reader;
        if (!field.isRepeated()) {
            content.values = new WireWriter();
        }
        do {
            if (packed && !values.hasMore()) {
                break;
            }
            int start = values.position();
            skipScalar(field, values);
            if (field.isRepeated() && !rules.isPacked(field)) {
                content.values.tag(field.number(), ScalarWriter.wireType(field.type()));
            }
            content.values.raw(encoded, start, values.position());
        } while (packed);
    }

    private static void skipScalar(Field field, WireReader reader) {
        switch (ScalarWriter.wireType(field.type())) {
            case WireType.VARINT -> reader.varint();
            case WireType.FIXED32 -> reader.fixed32();
            case WireType.FIXED64 -> reader.fixed64();
            default -> reader.skip();
        }
    }

    private void message(Field field, byte[] content, WireWriter to) {
        WireWriter message = of(field.message().orElseThrow(), content);
        if (rules.isDelimited(field)) {
            to.tag(field.number(), WireType.START_GROUP);
            to.raw(message);
            to.tag(field.number(), WireType.END_GROUP);
        } else {
            to.message(field.number(), message);
        }
    }

    private void write(Content content, WireWriter to) {
        Field field = content.field;
        if (field.isRepeated()) {
            if (rules.isPacked(field)) {
                if (content.values.size() > 0) {
                    to.message(field.number(), content.values);
                }
            } else {
                to.raw(content.values);
            }
        } else if (field.type().isMessage()) {
            message(field, content.values.toByteArray(), to);
        } else if (rules.hasPresence(field) || isInMapEntry(field) || !isZero(content.values)) {
            to.tag(field.number(), ScalarWriter.wireType(field.type()));
            to.raw(content.values);
        }
    }

    /** Both fields of a map entry are always written. */
    private boolean isInMapEntry(Field field) {
        return field.parent().isPresent() && rules.isMapEntry(field.parent().get());
    }

    private static boolean isZero(WireWriter value) {
        for (byte b : value.toByteArray()) {
            if (b != 0) {
                return false;
            }
        }
        return true;
    }
}
