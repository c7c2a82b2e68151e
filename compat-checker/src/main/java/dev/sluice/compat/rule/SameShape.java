package dev.sluice.compat.rule;

import dev.sluice.schema.descriptor.FieldType;
import dev.sluice.schema.model.EnumType;
import dev.sluice.schema.model.EnumValue;
import dev.sluice.schema.model.Field;
import dev.sluice.schema.model.MessageType;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** Compares types by what is sent rather than by their names. */
final class SameShape {
    private final boolean json;
    private final Set<Pair> assumed = new HashSet<>();

    private SameShape(boolean json) {
        this.json = json;
    }

    private record Pair(MessageType old, MessageType now) {}

    /**
     * Whether values of a field are encoded alike whatever its type is called.
     *
     * @param json whether the JSON encoding counts too
     */
    static boolean ofFields(Field old, Field now, boolean json) {
        return new SameShape(json).types(old, now);
    }

    /** Whether two messages are encoded alike, in binary and in JSON. */
    static boolean ofMessages(MessageType old, MessageType now) {
        return new SameShape(true).messages(old, now);
    }

    private boolean types(Field old, Field now) {
        FieldType before = FieldKind.of(old);
        FieldType after = FieldKind.of(now);
        if (before != after) {
            return !json && (isNumberOfEnum(before, now) || isNumberOfEnum(after, old));
        }
        Optional<MessageType> message = old.message();
        if (message.isPresent() && now.message().isPresent()) {
            return messages(message.get(), now.message().get());
        }
        Optional<EnumType> enumType = old.enumType();
        return enumType.isEmpty()
                || now.enumType().isEmpty()
                || enums(enumType.get(), now.enumType().get());
    }

    /** Whether a type holds every number of an enum that takes every number (protobuf.dev, Updating A Message Type). */
    private static boolean isNumberOfEnum(FieldType type, Field other) {
        return (type == FieldType.INT32 || type == FieldType.INT64)
                && other.enumType().isPresent()
                && !other.enumType().get().isClosed();
    }

    private boolean enums(EnumType old, EnumType now) {
        if (old.isClosed() != now.isClosed()
                || old.values().size() != now.values().size()) {
            return false;
        }
        for (EnumValue value : old.values()) {
            Optional<EnumValue> same = now.value(value.number());
            if (same.isEmpty() || json && !same.get().name().equals(value.name())) {
                return false;
            }
        }
        return true;
    }

    private boolean messages(MessageType old, MessageType now) {
        if (!assumed.add(new Pair(old, now))) {
            return true;
        }
        if (old.fields().size() != now.fields().size() || old.isMapEntry() != now.isMapEntry()) {
            return false;
        }
        for (Field field : old.fields()) {
            Optional<Field> same = now.field(field.number());
            if (same.isEmpty() || !fields(field, same.get())) {
                return false;
            }
        }
        return old.extensionRanges().isEmpty() && now.extensionRanges().isEmpty();
    }

    private boolean fields(Field old, Field now) {
        return Cardinality.of(old) == Cardinality.of(now)
                && old.realOneof().isPresent() == now.realOneof().isPresent()
                && (!json || old.jsonName().equals(now.jsonName()) && old.name().equals(now.name()))
                && types(old, now);
    }
}
