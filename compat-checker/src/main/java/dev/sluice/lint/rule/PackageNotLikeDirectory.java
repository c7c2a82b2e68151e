package dev.sluice.lint.rule;

import dev.sluice.schema.model.SchemaFile;

/** The folder of a file is named like its package. */
final class PackageNotLikeDirectory extends ElementRule<SchemaFile> {
    PackageNotLikeDirectory() {
        super(
                SchemaFile.class,
                "PACKAGE_DIRECTORY_MATCH",
                "The folder of a file is its package, with slashes for dots.",
                "who knows a type does not know which file to import, and files of two origins take the same path",
                "Move the file, or change its package.",
                LintCategory.MINIMAL);
    }

    @Override
    void check(SchemaFile file, Inspection inspection) {
        String expected = file.packageName().replace('.', '/');
        if (!expected.isEmpty() && !FileGroups.folder(file).equals(expected)) {
            inspection.add(
                    this,
                    Spot.packageOf(file),
                    "package \"" + file.packageName() + "\" belongs into the folder \"" + expected + "\", not \""
                            + FileGroups.folder(file) + "\"");
        }
    }
}
