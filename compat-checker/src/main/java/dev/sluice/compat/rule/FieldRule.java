package dev.sluice.compat.rule;

import dev.sluice.schema.model.Field;

/** Sees fields, paired by message and number, and extensions, paired by extended message and number. */
public abstract non-sealed class FieldRule extends Rule {
    FieldRule(String id, String purpose, String harm, String advice, Category... categories) {
        super(id, purpose, harm, advice, categories);
    }

    /** Judges one of them. */
    public abstract void check(Field old, Field now, Findings findings);
}
