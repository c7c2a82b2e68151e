package dev.sluice.compat.rule;

import dev.sluice.schema.model.SchemaFile;
import dev.sluice.schema.model.SchemaSet;

/** Files are not deleted. */
final class FileDeleted extends Rule {
    FileDeleted() {
        super("FILE_NO_DELETE", "Files are not deleted.", Category.FILE, Category.CSR);
    }

    @Override
    public void oldFile(SchemaFile old, SchemaSet news, Findings findings) {
        if (news.file(old.filePath()).isEmpty()) {
            findings.add(
                    this,
                    Anchor.gone(),
                    old,
                    old.filePath(),
                    "",
                    "file \"" + old.filePath()
                            + "\" was deleted; code that imports it or what is generated from it does"
                            + " not compile any more. Keep it, if only with an import public of where its contents went.");
        }
    }
}
