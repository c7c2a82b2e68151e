package dev.sluice.compat.rule;

import dev.sluice.schema.descriptor.Edition;
import dev.sluice.schema.model.SchemaFile;

/** Files keep their syntax; all editions count as one. */
final class SyntaxChanged extends FileRule {
    private static final int SYNTAX = 12;

    SyntaxChanged() {
        super(
                "FILE_SAME_SYNTAX",
                "Files keep their syntax.",
                "field presence, enums and generated code behave differently",
                "Keep the syntax.",
                Category.FILE,
                Category.PACKAGE,
                Category.CSR);
    }

    @Override
    public void check(SchemaFile old, SchemaFile now, Findings findings) {
        String before = syntax(old.edition());
        String after = syntax(now.edition());
        if (!before.equals(after)) {
            findings.add(
                    this,
                    Anchor.partOf(now, SYNTAX),
                    old,
                    old.filePath(),
                    before + " -> " + after,
                    "syntax changed from " + before + " to " + after);
        }
    }

    private static String syntax(Edition edition) {
        return edition.isEdition() ? "editions" : edition.text();
    }
}
