package dev.sluice.compat.rule;

import dev.sluice.schema.model.SchemaFile;

/** Files keep their package. */
final class PackageChanged extends FileRule {
    private static final int PACKAGE = 2;

    PackageChanged() {
        super(
                "FILE_SAME_PACKAGE",
                "Files keep their package.",
                "every type and RPC path in the file has another name, so neither old clients nor source code find them",
                "Add a file with the new package beside this one.",
                Category.ofBuf());
    }

    @Override
    public void check(SchemaFile old, SchemaFile now, Findings findings) {
        if (!old.packageName().equals(now.packageName())) {
            findings.add(
                    this,
                    Anchor.partOf(now, PACKAGE),
                    old,
                    old.filePath(),
                    old.packageName() + " -> " + now.packageName(),
                    "package changed from \"" + old.packageName() + "\" to \"" + now.packageName() + "\"");
        }
    }
}
