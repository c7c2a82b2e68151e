package dev.sluice.compat.rule;

import dev.sluice.schema.descriptor.FieldLabel;
import dev.sluice.schema.model.Field;
import dev.sluice.schema.model.MessageType;
import java.util.Optional;

/** Messages of editions get no field that is LEGACY_REQUIRED, which Buf does not take for required. */
final class RequiredFieldAdded extends MessageRule {
    RequiredFieldAdded() {
        super(
                "MESSAGE_NO_ADD_LEGACY_REQUIRED_FIELD",
                "Messages of editions get no field that is LEGACY_REQUIRED.",
                "a reader that requires it refuses the whole message from a writer that does not know it",
                "Leave required fields alone, and add fields with explicit presence.",
                Category.STRICT);
    }

    @Override
    public void check(MessageType old, MessageType now, Findings findings) {
        for (Field field : now.fields()) {
            if (field.isRequired() && field.label() != FieldLabel.REQUIRED && !wasRequired(old, field.number())) {
                findings.add(
                        this,
                        Anchor.of(field),
                        old.field(field.number()).orElse(field),
                        FieldWords.subject(field),
                        "LEGACY_REQUIRED",
                        FieldWords.describe(field) + " became required (LEGACY_REQUIRED)");
            }
        }
    }

    private static boolean wasRequired(MessageType old, int number) {
        Optional<Field> field = old.field(number);
        return field.isPresent() && field.get().isRequired();
    }
}
