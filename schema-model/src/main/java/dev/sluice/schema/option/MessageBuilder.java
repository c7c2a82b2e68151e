package dev.sluice.schema.option;

import dev.sluice.schema.descriptor.FieldType;
import dev.sluice.schema.model.Field;
import dev.sluice.schema.model.MessageType;
import dev.sluice.schema.wire.WireType;
import dev.sluice.schema.wire.WireWriter;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Gathers the fields of one message and writes them in the order of their numbers, as protoc serialises it. */
final class MessageBuilder {
    private static final int MESSAGE_SET_ITEM = 1;
    private static final int MESSAGE_SET_TYPE = 2;
    private static final int MESSAGE_SET_MESSAGE = 3;

    private final MessageType type;
    private final FieldRules rules;
    private final List<Entry> entries = new ArrayList<>(4);

    MessageBuilder(MessageType type, FieldRules rules) {
        this.type = type;
        this.rules = rules;
    }

    /** What was set of one field; the payload has the tags of its values except where it is packed. */
    private static final class Entry {
        final Field field;
        final WireWriter payload = new WireWriter();

        Entry(Field field) {
            this.field = field;
        }
    }

    MessageType type() {
        return type;
    }

    FieldRules rules() {
        return rules;
    }

    /** Whether a field has been set. */
    boolean has(Field field) {
        return find(field) != null;
    }

    /** Where to write one more scalar of a field, what comes before it being written already. */
    WireWriter scalar(Field field) {
        WireWriter payload = entry(field).payload;
        if (!rules.isPacked(field)) {
            payload.tag(field.number(), ScalarWriter.wireType(field.type()));
        }
        return payload;
    }

    /** Adds one more message of a field. */
    void message(Field field, WireWriter message) {
        WireWriter payload = entry(field).payload;
        if (field.isExtension() && rules.isMessageSet(type)) {
            payload.tag(MESSAGE_SET_ITEM, WireType.START_GROUP);
            payload.varint(MESSAGE_SET_TYPE, field.number());
            payload.message(MESSAGE_SET_MESSAGE, message);
            payload.tag(MESSAGE_SET_ITEM, WireType.END_GROUP);
        } else if (rules.isDelimited(field)) {
            payload.tag(field.number(), WireType.START_GROUP);
            payload.raw(message);
            payload.tag(field.number(), WireType.END_GROUP);
        } else {
            payload.message(field.number(), message);
        }
    }

    /** A required field that has not been set, or null. */
    @Nullable
    Field missing() {
        for (Field field : type.fields()) {
            if (rules.isRequired(field) && !has(field)) {
                return field;
            }
        }
        return null;
    }

    /** Writes the message. */
    WireWriter build() {
        if (rules.isMapEntry(type)) {
            completeMapEntry();
        }
        WireWriter message = new WireWriter();
        for (Entry entry : entries) {
            if (rules.isPacked(entry.field)) {
                message.message(entry.field.number(), entry.payload);
            } else {
                message.raw(entry.payload);
            }
        }
        return message;
    }

    /** Both fields of a map entry are always written. */
    private void completeMapEntry() {
        for (Field field : type.fields()) {
            if (has(field)) {
                continue;
            }
            if (field.type().isMessage()) {
                message(field, new WireWriter());
            } else {
                zero(field.type(), scalar(field));
            }
        }
    }

    private static void zero(FieldType type, WireWriter to) {
        switch (ScalarWriter.wireType(type)) {
            case WireType.FIXED32 -> to.rawFixed32(0);
            case WireType.FIXED64 -> to.rawFixed64(0);
            default -> to.rawVarint(0);
        }
    }

    private Entry entry(Field field) {
        int at = 0;
        while (at < entries.size() && entries.get(at).field.number() < field.number()) {
            at++;
        }
        if (at < entries.size() && entries.get(at).field.number() == field.number()) {
            return entries.get(at);
        }
        Entry entry = new Entry(field);
        entries.add(at, entry);
        return entry;
    }

    private @Nullable Entry find(Field field) {
        for (Entry entry : entries) {
            if (entry.field == field) {
                return entry;
            }
        }
        return null;
    }
}
