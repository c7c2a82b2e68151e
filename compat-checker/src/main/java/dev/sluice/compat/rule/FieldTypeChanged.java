package dev.sluice.compat.rule;

import dev.sluice.schema.model.Field;

/** Fields keep their type. */
final class FieldTypeChanged extends FieldRule {
    FieldTypeChanged() {
        super(
                "FIELD_SAME_TYPE",
                "Fields keep their type.",
                "old readers misread it or drop it, and source code that uses it does not compile",
                "Add a new field instead.",
                Category.FILE,
                Category.PACKAGE,
                Category.CSR);
    }

    @Override
    public void check(Field old, Field now, Findings findings) {
        if (FieldKind.of(old) != FieldKind.of(now) || !FieldKind.sameReference(old, now)) {
            report(this, old, now, findings);
        }
    }

    /** Reports a changed type. */
    static void report(Rule rule, Field old, Field now, Findings findings) {
        String before = FieldWords.type(old);
        String after = FieldWords.type(now);
        if (before.equals(after)) {
            before = FieldKind.of(old).keyword() + " " + before;
            after = FieldKind.of(now).keyword() + " " + after;
        }
        findings.add(
                rule,
                Anchor.typeOf(now),
                old,
                FieldWords.subject(old),
                before + " -> " + after,
                FieldWords.describe(old) + " changed type from " + before + " to " + after);
    }
}
