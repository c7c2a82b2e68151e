package dev.sluice.schema.option;

import dev.sluice.schema.model.Field;
import dev.sluice.schema.model.MessageType;
import dev.sluice.schema.model.Symbols;
import dev.sluice.schema.wire.WireReader;
import dev.sluice.schema.wire.WireWriter;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Gathers the standard options of one element and writes them as protoc does, which knows their messages: in the order
 * of field numbers, statements that set parts of one message merged.
 */
final class StandardOptions {
    private static final byte[] NOTHING = {};

    private final Symbols symbols;
    private final List<Entry> entries = new ArrayList<>(4);

    StandardOptions(Symbols symbols) {
        this.symbols = symbols;
    }

    /** The statements that set one field of the options message. */
    private static final class Entry {
        final int number;
        final WireWriter statements = new WireWriter();

        @Nullable
        MessageType merged;

        int count;

        Entry(int number) {
            this.number = number;
        }
    }

    /** Adds options that are in wire form already. */
    void add(byte[] encoded) {
        WireReader reader = new WireReader(encoded);
        int from = 0;
        while (reader.nextTag()) {
            reader.skip();
            entry(reader.fieldNumber()).statements.raw(encoded, from, reader.position());
            from = reader.position();
        }
    }

    /** Adds a statement that sets a scalar. */
    void add(int number, WireWriter statement) {
        entry(number).statements.raw(statement);
    }

    /** Adds a statement that sets a field or a part of it. */
    void add(Field field, WireWriter statement) {
        Entry entry = entry(field.number());
        entry.statements.raw(statement);
        entry.count++;
        if (!field.isRepeated()) {
            entry.merged = field.message().orElse(null);
        }
    }

    /** What has been set so far of one field. */
    byte[] written(int number) {
        for (Entry entry : entries) {
            if (entry.number == number) {
                return entry.statements.toByteArray();
            }
        }
        return NOTHING;
    }

    byte[] toByteArray() {
        WireWriter all = new WireWriter();
        for (Entry entry : entries) {
            if (entry.merged != null && entry.count > 1) {
                merge(entry.number, entry.merged, entry.statements.toByteArray(), all);
            } else {
                all.raw(entry.statements);
            }
        }
        return all.toByteArray();
    }

    private void merge(int number, MessageType type, byte[] statements, WireWriter to) {
        WireWriter parts = new WireWriter();
        WireReader reader = new WireReader(statements);
        while (reader.nextTag()) {
            parts.raw(reader.bytes());
        }
        CanonicalForm form = new CanonicalForm(new KnownFeatures(symbols), FieldRules.BY_SYNTAX);
        to.message(number, form.of(type, parts.toByteArray()));
    }

    private Entry entry(int number) {
        int at = 0;
        while (at < entries.size() && entries.get(at).number < number) {
            at++;
        }
        if (at < entries.size() && entries.get(at).number == number) {
            return entries.get(at);
        }
        Entry entry = new Entry(number);
        entries.add(at, entry);
        return entry;
    }
}
