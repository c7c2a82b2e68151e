package dev.sluice.lint.rule;

import dev.sluice.schema.model.Import;
import dev.sluice.schema.model.SchemaFile;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Every import is used. A public import is there for others and counts as used. A file is used through the import that
 * names it, or else through the first one that shows it by way of public imports.
 */
final class ImportUnused extends ImportRule {
    ImportUnused() {
        super(
                "IMPORT_USED",
                "Imports are used.",
                "builds wait for a file that nothing here needs, and break when it goes away",
                "Delete the import.",
                LintCategory.BASIC);
    }

    @Override
    public void check(SchemaFile file, List<WrittenImport> imports, Inspection inspection) {
        Set<WrittenImport> unused = new HashSet<>();
        for (WrittenImport each : imports) {
            if (each.imported().kind() != Import.Kind.PUBLIC) {
                unused.add(each);
            }
        }
        if (unused.isEmpty()) {
            return;
        }
        for (SchemaFile used : UsedFiles.of(file)) {
            unused.remove(carrier(used, imports));
        }
        for (WrittenImport each : unused) {
            inspection.add(
                    this,
                    Spot.importOf(file, each),
                    "import of \"" + each.file().filePath() + "\" is not used");
        }
    }

    private static @Nullable WrittenImport carrier(SchemaFile used, List<WrittenImport> imports) {
        for (WrittenImport each : imports) {
            if (each.file() == used) {
                return each;
            }
        }
        for (WrittenImport each : imports) {
            if (shows(each.file(), used, new HashSet<>())) {
                return each;
            }
        }
        return null;
    }

    /** Whether who imports {@code file} sees {@code used} by way of public imports. */
    private static boolean shows(SchemaFile file, SchemaFile used, Set<SchemaFile> seen) {
        if (file == used) {
            return true;
        }
        if (seen.add(file)) {
            for (Import next : file.imports()) {
                if (next.kind() == Import.Kind.PUBLIC && shows(next.file(), used, seen)) {
                    return true;
                }
            }
        }
        return false;
    }
}
