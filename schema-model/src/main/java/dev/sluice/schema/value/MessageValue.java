package dev.sluice.schema.value;

import dev.sluice.schema.model.Element;
import dev.sluice.schema.model.Field;
import dev.sluice.schema.model.MessageType;
import dev.sluice.schema.model.SchemaSet;
import dev.sluice.schema.option.OptionsKind;
import dev.sluice.schema.wire.MalformedWireException;
import dev.sluice.schema.wire.WireReader;
import dev.sluice.schema.wire.WireWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * A message read from its wire form. Fields are named by their name, extensions by their full name; a name the type
 * does not have reads as absent. Immutable.
 *
 * <pre>{@code
 * OptionalLong longest = MessageValue.ofOptions(field, set)
 *         .flatMap(options -> options.message("buf.validate.field"))
 *         .flatMap(rules -> rules.message("string"))
 *         .map(rules -> rules.integer("max_len"))
 *         .orElse(OptionalLong.empty());
 * }</pre>
 */
public final class MessageValue {
    private final MessageType type;
    private final SchemaSet set;
    private final byte[] encoded;
    private final Map<Field, List<Value>> values = new LinkedHashMap<>();
    private final WireWriter unknown = new WireWriter();

    /**
     * Reads a message.
     *
     * @param set the set the type belongs to, where extensions are looked up
     * @param encoded the message in wire form; not copied, not to be changed
     * @throws MalformedWireException if the bytes are not a message
     */
    public MessageValue(MessageType type, SchemaSet set, byte[] encoded) {
        this.type = type;
        this.set = set;
        this.encoded = encoded;
        WireReader reader = new WireReader(encoded);
        int from = 0;
        while (reader.nextTag()) {
            Field field = field(reader.fieldNumber());
            if (field == null || !read(field, reader)) {
                reader.skip();
                unknown.raw(encoded, from, reader.position());
            }
            from = reader.position();
        }
    }

    /**
     * The options of an element, custom options included; empty where it has none, or where the set has no
     * {@code google/protobuf/descriptor.proto}: then it has no custom options either.
     */
    public static Optional<MessageValue> ofOptions(Element element, SchemaSet set) {
        if (element.options().encoded().length == 0) {
            return Optional.empty();
        }
        Optional<MessageType> type = set.message(OptionsKind.of(element).messageName());
        if (type.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new MessageValue(type.get(), set, element.options().encoded()));
    }

    private @Nullable Field field(int number) {
        Optional<Field> own = type.field(number);
        return own.isPresent() ? own.get() : set.extension(type, number).orElse(null);
    }

    private boolean read(Field field, WireReader reader) {
        FieldReader fieldReader = new FieldReader(set, field);
        if (!fieldReader.accepts(reader.wireType())) {
            return false;
        }
        List<Value> known = values.computeIfAbsent(field, absent -> new ArrayList<>(1));
        fieldReader.read(reader, known);
        if (!field.isRepeated()) {
            keepLast(field, known);
        }
        return true;
    }

    /** Of the values of a singular field the last counts; messages merge, and oneof members replace each other. */
    private void keepLast(Field field, List<Value> known) {
        while (known.size() > 1) {
            Value first = known.remove(0);
            if (first instanceof Value.Message before && known.get(0) instanceof Value.Message after) {
                known.set(0, new Value.Message(before.value().mergedWith(after.value())));
            }
        }
        if (field.oneof().isPresent()) {
            for (Field other : field.oneof().get().fields()) {
                if (other != field) {
                    values.remove(other);
                }
            }
        }
    }

    private MessageValue mergedWith(MessageValue after) {
        WireWriter both = new WireWriter();
        both.raw(encoded);
        both.raw(after.encoded);
        return new MessageValue(type, set, both.toByteArray());
    }

    /** The message's type. */
    public MessageType type() {
        return type;
    }

    /** The wire form; not copied, not to be changed. */
    public byte[] encoded() {
        return encoded;
    }

    /** The fields and extensions that are present, in order of first appearance. */
    public List<Field> fields() {
        return List.copyOf(values.keySet());
    }

    /** The fields that neither the type nor the set's extensions declare, in wire form and order. */
    public byte[] unknownFields() {
        return unknown.toByteArray();
    }

    /** All values of a field: none where it is absent, at most one where it is singular. */
    public List<Value> values(Field field) {
        List<Value> known = values.get(field);
        return known == null ? List.of() : List.copyOf(known);
    }

    /** All values of a field. */
    public List<Value> values(String name) {
        for (Map.Entry<Field, List<Value>> entry : values.entrySet()) {
            Field field = entry.getKey();
            if (name.equals(field.isExtension() ? field.fullName() : field.name())) {
                return List.copyOf(entry.getValue());
            }
        }
        return List.of();
    }

    /** Whether a field is present, a repeated one with at least one value. */
    public boolean has(String name) {
        return !values(name).isEmpty();
    }

    /** The last value of a field. */
    public Optional<Value> value(String name) {
        List<Value> all = values(name);
        return all.isEmpty() ? Optional.empty() : Optional.of(all.get(all.size() - 1));
    }

    /** The value of a string field. */
    public Optional<String> text(String name) {
        return value(name).orElse(null) instanceof Value.Text text ? Optional.of(text.value()) : Optional.empty();
    }

    /** The values of a repeated string field. */
    public List<String> texts(String name) {
        List<String> texts = new ArrayList<>();
        for (Value value : values(name)) {
            if (value instanceof Value.Text text) {
                texts.add(text.value());
            }
        }
        return texts;
    }

    /** The value of a bool field. */
    public Optional<Boolean> bool(String name) {
        return value(name).orElse(null) instanceof Value.Bool bool ? Optional.of(bool.value()) : Optional.empty();
    }

    /** The value of an integer field; an unsigned one modulo 2^64. */
    public OptionalLong integer(String name) {
        Value value = value(name).orElse(null);
        if (value instanceof Value.Int number) {
            return OptionalLong.of(number.value());
        }
        return value instanceof Value.Unsigned number ? OptionalLong.of(number.bits()) : OptionalLong.empty();
    }

    /** The value of an enum field. */
    public Optional<Value.EnumNumber> enumNumber(String name) {
        return value(name).orElse(null) instanceof Value.EnumNumber number ? Optional.of(number) : Optional.empty();
    }

    /** The value of a message field. */
    public Optional<MessageValue> message(String name) {
        return value(name).orElse(null) instanceof Value.Message message
                ? Optional.of(message.value())
                : Optional.empty();
    }

    /** The values of a repeated message field; of a map the entries. */
    public List<MessageValue> messages(String name) {
        List<MessageValue> messages = new ArrayList<>();
        for (Value value : values(name)) {
            if (value instanceof Value.Message message) {
                messages.add(message.value());
            }
        }
        return messages;
    }
}
