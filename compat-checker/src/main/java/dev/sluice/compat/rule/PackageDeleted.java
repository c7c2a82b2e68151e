package dev.sluice.compat.rule;

import dev.sluice.schema.model.SchemaFile;

/** Packages are not deleted. */
final class PackageDeleted extends OldFileRule {
    PackageDeleted() {
        super(
                "PACKAGE_NO_DELETE",
                "Packages are not deleted.",
                "neither old clients nor source code find anything that was in it",
                "Keep it until nobody uses it.",
                Category.PACKAGE);
    }

    @Override
    public void check(SchemaFile old, NewSchemas news, Findings findings) {
        String name = old.packageName();
        if (!news.hasPackage(name) && isFirst(old)) {
            findings.add(this, Anchor.gone(), old, name, "", "package \"" + name + "\" was deleted");
        }
    }

    /** Whether no file of the package has a lesser path: a package is reported once. */
    private static boolean isFirst(SchemaFile file) {
        for (SchemaFile other : file.set().files()) {
            if (other.isRequested()
                    && other.packageName().equals(file.packageName())
                    && other.filePath().compareTo(file.filePath()) < 0) {
                return false;
            }
        }
        return true;
    }
}
