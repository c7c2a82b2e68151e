package dev.sluice.lint.rule;

import dev.sluice.schema.model.SchemaFile;

/** File names are in lower_snake_case. */
final class FileNameStyle extends ElementRule<SchemaFile> {
    FileNameStyle() {
        super(
                SchemaFile.class,
                "FILE_LOWER_SNAKE_CASE",
                "Names of files are in lower_snake_case.",
                "imports break where a file system ignores capitals, and generated files get odd names",
                "Rename the file, and change the imports.",
                LintCategory.STANDARD);
    }

    @Override
    void check(SchemaFile file, Inspection inspection) {
        String base = file.filePath().substring(file.filePath().lastIndexOf('/') + 1);
        int dot = base.lastIndexOf('.');
        String name = dot < 0 ? base : base.substring(0, dot);
        String styled = NameStyle.LOWER_SNAKE_CASE.apply(name);
        if (!styled.equals(name)) {
            inspection.add(
                    this,
                    Spot.startOf(file),
                    "file name \"" + base + "\" is not in lower_snake_case like \"" + styled
                            + base.substring(name.length()) + "\"");
        }
    }
}
