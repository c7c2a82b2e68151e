package dev.sluice.compat.rule;

import dev.sluice.schema.descriptor.FieldType;
import dev.sluice.schema.model.Field;

/** Fields keep their default value. */
final class FieldDefaultChanged extends FieldRule {
    private static final int DEFAULT_VALUE = 7;

    FieldDefaultChanged() {
        super(
                "FIELD_SAME_DEFAULT",
                "Fields keep their default value.",
                "peers read another value out of a message that does not set it",
                "Keep the default.",
                Category.ofBuf());
    }

    @Override
    public void check(Field old, Field now, Findings findings) {
        if (isPlain(old) && isPlain(now)) {
            return;
        }
        if (old.isRepeated()
                || now.isRepeated()
                || old.type().isMessage()
                || now.type().isMessage()) {
            return;
        }
        DefaultValue before = DefaultValue.of(old);
        DefaultValue after = DefaultValue.of(now);
        if (!before.isSameAs(after)) {
            findings.add(
                    this,
                    Anchor.partOf(now, DEFAULT_VALUE),
                    old,
                    FieldWords.subject(old),
                    before.text() + " -> " + after.text(),
                    FieldWords.describe(old) + " changed its default from " + before.text() + " to " + after.text());
        }
    }

    /** Whether the default is the zero of the type. */
    private static boolean isPlain(Field field) {
        return field.defaultValue().isEmpty() && field.type() != FieldType.ENUM;
    }
}
