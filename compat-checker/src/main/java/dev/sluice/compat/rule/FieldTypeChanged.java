package dev.sluice.compat.rule;

import dev.sluice.schema.model.Field;

/** Fields keep their type. */
final class FieldTypeChanged extends Rule {
    FieldTypeChanged() {
        super("FIELD_SAME_TYPE", "Fields keep their type.", Category.FILE, Category.PACKAGE, Category.CSR);
    }

    @Override
    public void field(Field old, Field now, Findings findings) {
        String before = FieldWords.type(old);
        String after = FieldWords.type(now);
        if (!before.equals(after)) {
            findings.add(
                    this,
                    Anchor.typeOf(now),
                    old,
                    FieldWords.subject(old),
                    before + " -> " + after,
                    FieldWords.describe(old) + " changed type from " + before + " to " + after
                            + "; old readers misread it or drop it, and source code that uses it does not compile. Add a"
                            + " new field instead.");
        }
    }
}
