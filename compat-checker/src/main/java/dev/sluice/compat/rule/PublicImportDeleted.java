package dev.sluice.compat.rule;

import dev.sluice.schema.model.Import;
import dev.sluice.schema.model.SchemaFile;
import java.util.Set;
import java.util.TreeSet;

/** Files import publicly what they did before. */
final class PublicImportDeleted extends FileRule {
    PublicImportDeleted() {
        super(
                "IMPORT_PUBLIC_NO_DELETE",
                "Files import publicly what they did before.",
                "files that import this one no longer find the types of the other, and do not compile",
                "Keep the public import.",
                Category.STRICT);
    }

    @Override
    public void check(SchemaFile old, SchemaFile now, Findings findings) {
        Set<String> gone = publicImports(old);
        gone.removeAll(publicImports(now));
        for (String path : gone) {
            findings.add(this, Anchor.startOf(now), old, path, "", "the public import of \"" + path + "\" was removed");
        }
    }

    private static Set<String> publicImports(SchemaFile file) {
        Set<String> paths = new TreeSet<>();
        for (Import imported : file.imports()) {
            if (imported.kind() == Import.Kind.PUBLIC) {
                paths.add(imported.file().filePath());
            }
        }
        return paths;
    }
}
