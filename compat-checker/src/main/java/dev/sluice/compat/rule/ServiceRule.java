package dev.sluice.compat.rule;

import dev.sluice.schema.model.Service;

/** Sees services, paired by full name. */
public abstract non-sealed class ServiceRule extends Rule {
    ServiceRule(String id, String purpose, String harm, String advice, Category... categories) {
        super(id, purpose, harm, advice, categories);
    }

    /** Judges one of them. */
    public abstract void check(Service old, Service now, Findings findings);
}
