package dev.sluice.schema.validate;

import dev.sluice.schema.model.Field;
import dev.sluice.schema.model.MessageType;
import dev.sluice.schema.model.Options;
import dev.sluice.schema.model.SchemaSet;
import dev.sluice.schema.option.OptionTypes;
import dev.sluice.schema.option.OptionsKind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The options of a set whose use is restricted, by targets or editions, and the messages that lead to one. All other
 * options need not be looked into.
 */
final class OptionGuards {
    private static final int TARGETS = 19;
    private static final int FEATURE_SUPPORT = 22;

    private final Map<MessageType, Map<Integer, Field>> guarded = new LinkedHashMap<>();

    OptionGuards(OptionTypes types, SchemaSet set) {
        for (OptionsKind kind : OptionsKind.values()) {
            collect(types.of(kind), set);
        }
        boolean grown = true;
        while (grown) {
            grown = false;
            for (Map.Entry<MessageType, Map<Integer, Field>> entry : guarded.entrySet()) {
                grown |= addLeading(entry.getKey(), set, entry.getValue());
            }
        }
    }

    /** Enters a message and those its fields lead to, each with the fields that are restricted themselves. */
    private void collect(MessageType options, SchemaSet set) {
        List<MessageType> next = new ArrayList<>(List.of(options));
        while (!next.isEmpty()) {
            MessageType type = next.remove(next.size() - 1);
            if (guarded.containsKey(type)) {
                continue;
            }
            Map<Integer, Field> restricted = new HashMap<>();
            guarded.put(type, restricted);
            for (Field field : fields(type, set)) {
                if (isRestricted(field)) {
                    restricted.put(field.number(), field);
                }
                if (field.message().isPresent()) {
                    next.add(field.message().get());
                }
            }
        }
    }

    /** Adds the fields of a type whose message has guarded fields; returns whether one is new. */
    private boolean addLeading(MessageType type, SchemaSet set, Map<Integer, Field> ofType) {
        boolean grown = false;
        for (Field field : fields(type, set)) {
            Map<Integer, Field> inside =
                    field.message().isPresent() ? guarded.get(field.message().get()) : null;
            if (inside != null && !inside.isEmpty()) {
                grown |= ofType.put(field.number(), field) == null;
            }
        }
        return grown;
    }

    private static List<Field> fields(MessageType type, SchemaSet set) {
        List<Field> fields = new ArrayList<>(type.fields());
        fields.addAll(set.extensions(type));
        return fields;
    }

    private static boolean isRestricted(Field field) {
        Options options = field.options();
        return options.varint(TARGETS).isPresent()
                || !options.lengthDelimited(TARGETS).isEmpty()
                || !options.lengthDelimited(FEATURE_SUPPORT).isEmpty();
    }

    /** The field of a message with this number, if its use is restricted or leads to such a field; else null. */
    @Nullable
    Field find(MessageType type, int number) {
        Map<Integer, Field> ofType = guarded.get(type);
        return ofType == null ? null : ofType.get(number);
    }
}
