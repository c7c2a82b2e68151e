package dev.sluice.compat.rule;

import dev.sluice.schema.descriptor.FieldType;
import dev.sluice.schema.model.FeatureField;
import dev.sluice.schema.model.Features;
import dev.sluice.schema.model.Field;

/** String fields stay checked to be UTF-8, or stay unchecked. */
final class FieldUtf8Changed extends FieldRule {
    private static final int UTF8_VALIDATION = 4;

    FieldUtf8Changed() {
        super(
                "FIELD_SAME_UTF8_VALIDATION",
                "String fields stay checked to be UTF-8, or stay unchecked.",
                "one side refuses strings that the other one writes",
                "Keep utf8_validation as it was.",
                Category.FILE,
                Category.PACKAGE);
    }

    @Override
    public void check(Field old, Field now, Findings findings) {
        if (old.type() != FieldType.STRING || now.type() != FieldType.STRING) {
            return;
        }
        Features.Utf8Validation before = old.features().utf8Validation();
        Features.Utf8Validation after = now.features().utf8Validation();
        if (before != after) {
            findings.add(
                    this,
                    Anchor.optionOf(now, FeatureField.FIELD, UTF8_VALIDATION).or(now),
                    old,
                    FieldWords.subject(old),
                    before + " -> " + after,
                    FieldWords.describe(old) + " changed UTF-8 validation from " + before + " to " + after);
        }
    }
}
