package dev.sluice.schema.validate;

import dev.sluice.schema.model.Features;
import dev.sluice.schema.model.Field;
import dev.sluice.schema.model.JsonNames;
import dev.sluice.schema.model.MessageType;
import java.util.HashMap;
import java.util.Map;

/** JSON names of a message's fields are unique, both as derived and as declared. */
final class JsonNameCheck implements ElementCheck {
    private static final int LEGACY_JSON_CONFLICTS = 11;

    @Override
    public void message(MessageType message, Context context) {
        checkCharacters(message, context);
        if (message.fields().size() < 2 || message.options().bool(LEGACY_JSON_CONFLICTS, false)) {
            return;
        }
        checkDerived(message, context);
        checkDeclared(message, context);
    }

    private static void checkCharacters(MessageType message, Context context) {
        for (Field field : message.fields()) {
            String name = field.jsonName();
            if (name.startsWith("[") && name.endsWith("]")) {
                context.problems()
                        .report(
                                field,
                                "the JSON name \"" + name + "\" is in brackets, which stand for extensions; choose"
                                        + " another",
                                Part.FIELD_JSON_NAME);
            } else if (name.indexOf('\0') >= 0) {
                context.problems().report(field, "a JSON name must not contain a NUL character", Part.FIELD_JSON_NAME);
            }
        }
    }

    private static void checkDerived(MessageType message, Context context) {
        if (isLenient(message)) {
            return;
        }
        Map<String, Field> seen = new HashMap<>(message.fields().size() * 2);
        for (Field field : message.fields()) {
            String name = JsonNames.derive(field.name());
            Field before = seen.putIfAbsent(name, field);
            if (before != null) {
                report(field, before, name, context);
            }
        }
    }

    private static void checkDeclared(MessageType message, Context context) {
        Map<String, Field> seen = new HashMap<>(message.fields().size() * 2);
        for (Field field : message.fields()) {
            String name = field.jsonName();
            Field before = seen.putIfAbsent(name, field);
            if (before == null) {
                continue;
            }
            boolean declared = field.explicitJsonName().isPresent();
            boolean beforeDeclared = before.explicitJsonName().isPresent();
            boolean bothDerived = !declared && !beforeDeclared;
            boolean oneDerived = !declared || !beforeDeclared;
            if (!bothDerived && !(oneDerived && isLenient(message))) {
                report(field, before, name, context);
            }
        }
    }

    private static boolean isLenient(MessageType message) {
        return message.features().jsonFormat() == Features.JsonFormat.LEGACY_BEST_EFFORT;
    }

    private static void report(Field field, Field before, String name, Context context) {
        context.problems()
                .report(
                        field,
                        "the JSON name \"" + name + "\" of field \"" + field.name() + "\" is also that of field \""
                                + before.name() + "\"",
                        Part.NAME);
    }
}
