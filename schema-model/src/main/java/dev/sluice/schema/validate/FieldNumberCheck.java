package dev.sluice.schema.validate;

import dev.sluice.schema.descriptor.NumberRange;
import dev.sluice.schema.model.ExtensionRange;
import dev.sluice.schema.model.Field;
import dev.sluice.schema.model.MessageType;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Field numbers are in range, unique, and neither reserved nor left to extensions; names are not reserved. */
final class FieldNumberCheck implements ElementCheck {
    @Override
    public void message(MessageType message, Context context) {
        checkUnique(message.fields(), context);
        for (Field field : message.fields()) {
            checkAgainstRanges(field, message, context);
        }
        checkReservedNames(message, context);
    }

    @Override
    public void field(Field field, Context context) {
        int number = field.number();
        int largest = field.isExtension() ? Numbers.largest(field.containingMessage()) : Numbers.MAX_FIELD_NUMBER;
        if (number <= 0) {
            report(field, "field numbers start at 1", context);
        } else if (number > largest) {
            report(field, "field number " + number + " is above the largest one, " + largest, context);
        } else if (number >= Numbers.FIRST_RESERVED && number <= Numbers.LAST_RESERVED) {
            report(field, "field numbers 19000 to 19999 are reserved for protobuf itself; take one outside", context);
        }
    }

    private static void checkUnique(List<Field> fields, Context context) {
        if (fields.size() < 2) {
            return;
        }
        Map<Integer, Field> seen = new HashMap<>(fields.size() * 2);
        for (Field field : fields) {
            Field before = seen.putIfAbsent(field.number(), field);
            if (before != null) {
                report(
                        field,
                        "field number " + field.number() + " is already used by field \"" + before.name() + "\"",
                        context);
            }
        }
    }

    private static void checkAgainstRanges(Field field, MessageType message, Context context) {
        for (NumberRange reserved : message.reservedRanges()) {
            if (Numbers.contains(reserved, field.number())) {
                report(field, "field number " + field.number() + " is reserved", context);
            }
        }
        for (ExtensionRange range : message.extensionRanges()) {
            if (Numbers.contains(range, field.number())) {
                report(
                        field,
                        "field number " + field.number() + " lies in the extension range "
                                + Numbers.describe(range.start(), range.end()),
                        context);
            }
        }
    }

    private static void checkReservedNames(MessageType message, Context context) {
        if (message.reservedNames().isEmpty()) {
            return;
        }
        Set<String> reserved = new HashSet<>(message.reservedNames());
        for (Field field : message.fields()) {
            if (reserved.contains(field.name())) {
                context.problems().report(field, "the field name \"" + field.name() + "\" is reserved", Part.NAME);
            }
        }
    }

    private static void report(Field field, String problem, Context context) {
        context.problems().report(field, problem, Part.FIELD_NUMBER);
    }
}
