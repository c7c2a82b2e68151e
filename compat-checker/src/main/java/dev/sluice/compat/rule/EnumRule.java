package dev.sluice.compat.rule;

import dev.sluice.schema.model.EnumType;

/** Sees enums, paired by full name. */
public abstract non-sealed class EnumRule extends Rule {
    EnumRule(String id, String purpose, String harm, String advice, Category... categories) {
        super(id, purpose, harm, advice, categories);
    }

    /** Judges one of them. */
    public abstract void check(EnumType old, EnumType now, Findings findings);
}
