package dev.sluice.lint.rule;

import dev.sluice.schema.model.SchemaSet;

/** Sees all files of a module together. */
public abstract non-sealed class FilesRule extends LintRule {
    FilesRule(String id, String purpose, String harm, String advice, LintCategory... narrowest) {
        super(id, purpose, harm, advice, narrowest);
    }

    /** Judges the files that were asked for; those that are only imported are not to blame. */
    public abstract void check(SchemaSet set, Inspection inspection);
}
