package dev.sluice.compat.rule;

import dev.sluice.schema.model.SchemaFile;

/** Files are not deleted. */
final class FileDeleted extends OldFileRule {
    FileDeleted() {
        super(
                "FILE_NO_DELETE",
                "Files are not deleted.",
                "code that imports it or what is generated from it does not compile any more",
                "Keep it, if only with an import public of where its contents went.",
                Category.FILE,
                Category.CSR);
    }

    @Override
    public void check(SchemaFile old, NewSchemas news, Findings findings) {
        if (!news.reads(old.filePath())) {
            findings.add(this, Anchor.gone(), old, old.filePath(), "", "file \"" + old.filePath() + "\" was deleted");
        }
    }
}
