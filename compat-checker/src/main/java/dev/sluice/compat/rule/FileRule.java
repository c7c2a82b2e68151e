package dev.sluice.compat.rule;

import dev.sluice.schema.model.SchemaFile;

/** Sees files, paired by path. */
public abstract non-sealed class FileRule extends Rule {
    FileRule(String id, String purpose, String harm, String advice, Category... categories) {
        super(id, purpose, harm, advice, categories);
    }

    /** Judges one of them. */
    public abstract void check(SchemaFile old, SchemaFile now, Findings findings);
}
