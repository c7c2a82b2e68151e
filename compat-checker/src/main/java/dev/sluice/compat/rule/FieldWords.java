package dev.sluice.compat.rule;

import dev.sluice.schema.model.Field;
import dev.sluice.schema.model.MessageType;
import dev.sluice.schema.model.NamedType;
import java.util.Optional;

/** How findings speak of fields. */
final class FieldWords {
    private FieldWords() {}

    /** The type as the schema language has it, with the full name of a message or enum. */
    static String type(Field field) {
        Optional<NamedType> reference = field.typeReference();
        if (reference.isEmpty()) {
            return field.type().keyword();
        }
        return field.isDelimited()
                ? "group " + reference.get().fullName()
                : reference.get().fullName();
    }

    /** The name that must stay: the full name of an extension, the name of a field. */
    static String name(Field field) {
        return field.isExtension() ? field.fullName() : field.name();
    }

    /** What identifies the field, whatever its name. */
    static String subject(Field field) {
        return field.containingMessage().fullName() + "/" + field.number();
    }

    /** The field's number, name and message; of what belongs to a map's entry the map, which is what the schema has. */
    static String describe(Field field) {
        MessageType message = field.containingMessage();
        if (!field.isExtension() && message.isMapEntry() && message.parent().isPresent()) {
            for (Field map : message.parent().get().fields()) {
                if (map.message().orElse(null) == message) {
                    return "the " + field.name() + " of map " + map.number() + " \"" + map.name() + "\" of "
                            + map.containingMessage().name();
                }
            }
        }
        return (field.isExtension() ? "extension " : "field ") + field.number() + " \"" + field.name() + "\" of "
                + message.name();
    }
}
