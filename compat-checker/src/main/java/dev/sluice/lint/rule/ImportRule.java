package dev.sluice.lint.rule;

import dev.sluice.schema.model.SchemaFile;
import java.util.List;

/** Sees the imports of a file. */
public abstract non-sealed class ImportRule extends LintRule {
    ImportRule(String id, String purpose, String harm, String advice, LintCategory... narrowest) {
        super(id, purpose, harm, advice, narrowest);
    }

    /** Judges the imports of one file. */
    public abstract void check(SchemaFile file, List<WrittenImport> imports, Inspection inspection);
}
