package dev.sluice.compat.rule;

import dev.sluice.schema.model.Field;

/** Fields keep their name. */
final class FieldNameChanged extends FieldRule {
    private static final int NAME = 1;

    FieldNameChanged() {
        super(
                "FIELD_SAME_NAME",
                "Fields keep their name.",
                "JSON readers look for the old name, and source code that uses it does not compile",
                "Keep the name, or add a new field.",
                Category.FILE,
                Category.PACKAGE,
                Category.WIRE_JSON,
                Category.CSR);
    }

    @Override
    public void check(Field old, Field now, Findings findings) {
        if (!old.isExtension() && old.name().equals(now.name())) {
            return;
        }
        String before = FieldWords.name(old);
        String after = FieldWords.name(now);
        if (!before.equals(after)) {
            findings.add(
                    this,
                    Anchor.partOf(now, NAME),
                    old,
                    FieldWords.subject(old),
                    before + " -> " + after,
                    FieldWords.describe(old) + " was renamed from \"" + before + "\" to \"" + after + "\"");
        }
    }
}
