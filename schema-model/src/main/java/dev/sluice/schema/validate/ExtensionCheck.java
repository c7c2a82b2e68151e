package dev.sluice.schema.validate;

import dev.sluice.schema.descriptor.Edition;
import dev.sluice.schema.descriptor.FieldType;
import dev.sluice.schema.model.ExtensionRange;
import dev.sluice.schema.model.Field;
import dev.sluice.schema.model.JsonNames;
import dev.sluice.schema.model.MessageType;

/** Extensions have numbers that their message leaves to extensions, once each, and are what it can carry. */
final class ExtensionCheck implements ElementCheck {
    @Override
    public void field(Field field, Context context) {
        if (!field.isExtension()) {
            return;
        }
        MessageType extended = field.containingMessage();
        checkNumber(field, extended, context);
        if (field.isRequired()) {
            context.problems().report(field, "an extension cannot be required", Part.NAME);
        }
        if (!field.jsonName().equals(JsonNames.derive(field.name()))) {
            context.problems().report(field, "json_name is not allowed on extensions", Part.NAME);
        }
        if (extended.isMessageSet() && (field.isRepeated() || field.type() != FieldType.MESSAGE)) {
            context.problems().report(field, "extensions of MessageSets must be optional messages", Part.FIELD_TYPE);
        }
        if (field.file().edition() == Edition.PROTO3 && !OptionMessages.contains(extended)) {
            context.problems()
                    .report(
                            field,
                            "in proto3 only the options messages of google/protobuf/descriptor.proto can be extended",
                            Part.FIELD_EXTENDEE);
        }
    }

    private static void checkNumber(Field field, MessageType extended, Context context) {
        boolean declared = false;
        for (ExtensionRange range : extended.extensionRanges()) {
            declared |= Numbers.contains(range, field.number());
        }
        if (!declared) {
            context.problems()
                    .report(
                            field,
                            "\"" + extended.fullName() + "\" does not leave number " + field.number()
                                    + " to extensions",
                            Part.FIELD_NUMBER);
        }
    }
}
