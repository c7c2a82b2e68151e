package dev.sluice.schema.parse;

import dev.sluice.schema.descriptor.FieldProto;
import dev.sluice.schema.descriptor.OneofProto;
import java.util.HashSet;
import java.util.Set;

/**
 * The oneofs that stand for {@code optional} in proto3: one per such field, after the declared ones, named like the
 * field with an underscore before it and as many {@code X} before that as make the name unique.
 */
final class SyntheticOneofs {
    /** A name that needs more prefixes than this is refused; without a bound, repeated fields would take for ever. */
    private static final int MAX_PREFIXES = 100;

    private SyntheticOneofs() {}

    /** Adds the oneofs of a message that begins at {@code start}. */
    static void add(MessageDraft message, Tokens tokens, int start) {
        boolean needed = false;
        for (int i = 0; i < message.fields.size() && !needed; i++) {
            needed = message.fields.get(i).proto3Optional();
        }
        if (!needed) {
            return;
        }
        Set<String> names = names(message);
        for (int i = 0; i < message.fields.size(); i++) {
            FieldProto field = message.fields.get(i);
            if (field.proto3Optional()) {
                String name = field.name().startsWith("_") ? field.name() : "_" + field.name();
                int prefixes = 0;
                while (!names.add(name)) {
                    name = "X" + name;
                    prefixes++;
                    if (prefixes > MAX_PREFIXES) {
                        throw tokens.fail(start, "too many fields of this message are named " + field.name());
                    }
                }
                message.fields.set(i, member(field, message.oneofs.size()));
                message.oneofs.add(new OneofProto(name, null));
            }
        }
    }

    private static Set<String> names(MessageDraft message) {
        Set<String> names = new HashSet<>();
        for (FieldProto field : message.fields) {
            names.add(field.name());
        }
        for (OneofProto oneof : message.oneofs) {
            names.add(oneof.name());
        }
        return names;
    }

    private static FieldProto member(FieldProto field, int oneofIndex) {
        return new FieldProto(
                field.name(),
                field.number(),
                field.label(),
                field.type(),
                field.typeName(),
                field.extendee(),
                field.defaultValue(),
                field.jsonName(),
                oneofIndex,
                true,
                field.options());
    }
}
