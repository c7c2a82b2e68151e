package dev.sluice.lint.rule;

import dev.sluice.schema.model.SchemaFile;
import dev.sluice.schema.model.SchemaSet;
import java.util.List;

/** The files of a folder are of one package. */
final class DirectoryWithPackages extends FilesRule {
    DirectoryWithPackages() {
        super(
                "DIRECTORY_SAME_PACKAGE",
                "The files of a folder are of one package.",
                "generators for languages whose folders are packages write code that does not compile",
                "Give each package a folder of its own.",
                LintCategory.MINIMAL);
    }

    @Override
    public void check(SchemaSet set, Inspection inspection) {
        FileGroups.byFolder(set).forEach((folder, files) -> {
            List<String> packages =
                    files.stream().map(SchemaFile::packageName).distinct().toList();
            if (packages.size() > 1) {
                String what = "folder \"" + folder + "\" has files of " + FileGroups.quoted(packages, "no package");
                files.forEach(file -> inspection.add(this, Spot.packageOf(file), what));
            }
        });
    }
}
