package dev.sluice.schema.option;

import dev.sluice.schema.descriptor.UninterpretedOption;
import dev.sluice.schema.descriptor.UninterpretedOption.NamePart;
import dev.sluice.schema.model.Element;
import dev.sluice.schema.model.Field;
import dev.sluice.schema.model.MessageType;
import java.util.List;

/** The fields that the name of an option leads through, from the options message to the field that is set. */
final class OptionPath {
    private OptionPath() {}

    /**
     * Resolves the name of an option.
     *
     * @param options the options message
     * @param scopeName the scope in which extensions are looked up
     * @throws OptionException if a part of the name leads nowhere
     */
    static Field[] resolve(MessageType options, UninterpretedOption option, OptionScope scope, String scopeName) {
        List<NamePart> name = option.name();
        Field[] path = new Field[name.size()];
        MessageType type = options;
        for (int i = 0; i < path.length; i++) {
            NamePart part = name.get(i);
            Field field = part.extension() ? extension(type, part, scope, scopeName) : field(type, options, part);
            if (!OptionRange.isFieldNumber(field.number())) {
                throw new OptionException(
                        OptionException.NAME,
                        "option \"" + field.name() + "\" has the impossible field number " + field.number());
            }
            path[i] = field;
            if (i + 1 < path.length) {
                type = messageOf(field);
            }
        }
        return path;
    }

    private static Field extension(MessageType type, NamePart part, OptionScope scope, String scopeName) {
        Element found = scope.find(scopeName, part.text());
        if (found instanceof Field field && field.isExtension()) {
            if (field.containingMessage() == type) {
                return field;
            }
            throw new OptionException(
                    OptionException.NAME,
                    "\"" + part.text() + "\" extends "
                            + field.containingMessage().fullName() + ", so it cannot be set in " + type.fullName());
        }
        throw new OptionException(
                OptionException.NAME,
                found == null
                        ? "option " + scope.explainMissing(scopeName, part.text())
                        : "\"" + part.text() + "\" is no extension, so it is no custom option");
    }

    private static Field field(MessageType type, MessageType options, NamePart part) {
        Field field = type.field(part.text()).orElse(null);
        if (field == null || part.text().equals("uninterpreted_option")) {
            throw new OptionException(
                    OptionException.NAME,
                    "there is no option \"" + part.text() + "\" in " + type.fullName()
                            + (type == options ? "; a custom option stands in parentheses" : ""));
        }
        return field;
    }

    private static MessageType messageOf(Field field) {
        if (!field.type().isMessage()) {
            throw new OptionException(
                    OptionException.NAME,
                    "option \"" + field.name() + "\" is of type " + field.type().keyword()
                            + ", so nothing inside it can be set");
        }
        if (field.isRepeated()) {
            throw new OptionException(
                    OptionException.NAME,
                    "option \"" + field.name() + "\" is a repeated message; set it as a whole: " + field.name()
                            + " = { ... }");
        }
        return field.message().orElseThrow();
    }
}
