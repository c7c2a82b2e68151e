package dev.sluice.compat.rule;

import dev.sluice.schema.model.SchemaFile;

/** Sees each old file and the whole of the new schemas. */
public abstract non-sealed class OldFileRule extends Rule {
    OldFileRule(String id, String purpose, String harm, String advice, Category... categories) {
        super(id, purpose, harm, advice, categories);
    }

    /** Judges one of them. */
    public abstract void check(SchemaFile old, NewSchemas news, Findings findings);
}
