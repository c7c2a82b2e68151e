package dev.sluice.lint.rule;

import dev.sluice.schema.model.SchemaFile;

/** Every file has a package. */
final class PackageMissing extends ElementRule<SchemaFile> {
    PackageMissing() {
        super(
                SchemaFile.class,
                "PACKAGE_DEFINED",
                "Files have a package.",
                "its names clash with those of every other file without one",
                "Add a package statement.",
                LintCategory.MINIMAL);
    }

    @Override
    void check(SchemaFile file, Inspection inspection) {
        if (file.packageName().isEmpty()) {
            inspection.add(this, Spot.startOf(file), "the file has no package");
        }
    }
}
