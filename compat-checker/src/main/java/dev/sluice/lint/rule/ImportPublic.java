package dev.sluice.lint.rule;

import dev.sluice.schema.model.Import;
import dev.sluice.schema.model.SchemaFile;
import java.util.List;

/** No import is public. */
final class ImportPublic extends ImportRule {
    ImportPublic() {
        super(
                "IMPORT_NO_PUBLIC",
                "Imports are not public.",
                "who imports this file sees the other's types too, and not every language can say so",
                "Drop \"public\", and import the file where its types are used.",
                LintCategory.BASIC);
    }

    @Override
    public void check(SchemaFile file, List<WrittenImport> imports, Inspection inspection) {
        for (WrittenImport each : imports) {
            if (each.imported().kind() == Import.Kind.PUBLIC) {
                inspection.add(
                        this,
                        Spot.importOf(file, each),
                        "import of \"" + each.file().filePath() + "\" is public");
            }
        }
    }
}
