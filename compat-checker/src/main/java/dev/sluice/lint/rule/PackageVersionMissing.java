package dev.sluice.lint.rule;

import dev.sluice.schema.model.SchemaFile;

/** Packages end in a version. */
final class PackageVersionMissing extends ElementRule<SchemaFile> {
    PackageVersionMissing() {
        super(
                SchemaFile.class,
                "PACKAGE_VERSION_SUFFIX",
                "The last part of a package is a version, such as v1, v1beta1, v1p1alpha1 or v1test.",
                "an incompatible successor cannot live beside it",
                "Add the version as the last part.",
                LintCategory.STANDARD);
    }

    @Override
    void check(SchemaFile file, Inspection inspection) {
        String name = file.packageName();
        if (!name.isEmpty() && PackageVersion.of(name).isEmpty()) {
            inspection.add(
                    this,
                    Spot.packageOf(file),
                    "package \"" + name + "\" does not end in a version like \"" + name + ".v1\"");
        }
    }
}
