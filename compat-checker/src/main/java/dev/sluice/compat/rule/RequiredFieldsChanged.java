package dev.sluice.compat.rule;

import dev.sluice.schema.descriptor.FieldLabel;
import dev.sluice.schema.model.Field;
import dev.sluice.schema.model.MessageType;
import java.util.Optional;

/** Messages get no required field and lose none. */
final class RequiredFieldsChanged extends MessageRule {
    RequiredFieldsChanged() {
        super(
                "MESSAGE_SAME_REQUIRED_FIELDS",
                "Messages get no required field and lose none.",
                "a reader that requires it refuses the whole message from a writer that does not know it",
                "Leave required fields alone, and add fields as optional.",
                Category.ofBuf());
    }

    @Override
    public void check(MessageType old, MessageType now, Findings findings) {
        for (Field field : old.fields()) {
            if (field.label() == FieldLabel.REQUIRED && !isRequired(now, field.number(), findings)) {
                add(Anchor.of(now), field, "is no longer required", findings);
            }
        }
        for (Field field : now.fields()) {
            if (field.label() == FieldLabel.REQUIRED && !isRequired(old, field.number(), findings)) {
                add(Anchor.of(field), field, "became required", findings);
            }
        }
    }

    private void add(Anchor anchor, Field field, String change, Findings findings) {
        findings.add(this, anchor, field, FieldWords.subject(field), change, FieldWords.describe(field) + " " + change);
    }

    /** LEGACY_REQUIRED of an edition means the same, but Buf does not take it for required. */
    private static boolean isRequired(MessageType message, int number, Findings findings) {
        Optional<Field> field = message.field(number);
        return field.isPresent()
                && (field.get().label() == FieldLabel.REQUIRED
                        || findings.acceptsSameShape() && field.get().isRequired());
    }
}
