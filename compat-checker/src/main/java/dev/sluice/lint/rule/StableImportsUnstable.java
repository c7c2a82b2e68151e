package dev.sluice.lint.rule;

import dev.sluice.schema.model.SchemaFile;
import java.util.List;
import java.util.Optional;

/** Packages that no longer change do not import those of the same module that still do. */
final class StableImportsUnstable extends ImportRule {
    StableImportsUnstable() {
        super(
                "STABLE_PACKAGE_NO_IMPORT_UNSTABLE",
                "Packages with a stable version do not import packages of the module with an unstable one.",
                "a change that the other package may make breaks this one, which may not",
                "Import a stable version, or move what is needed into this package.");
    }

    @Override
    public void check(SchemaFile file, List<WrittenImport> imports, Inspection inspection) {
        Optional<PackageVersion> version = PackageVersion.of(file.packageName());
        if (version.isEmpty() || !version.get().isStable()) {
            return;
        }
        for (WrittenImport each : imports) {
            String imported = each.file().packageName();
            Optional<PackageVersion> other = PackageVersion.of(imported);
            if (each.file().isRequested() && other.isPresent() && !other.get().isStable()) {
                inspection.add(
                        this,
                        Spot.importOf(file, each),
                        "the stable package \"" + file.packageName() + "\" imports \""
                                + each.file().filePath() + "\" of the unstable package \"" + imported + "\"");
            }
        }
    }
}
