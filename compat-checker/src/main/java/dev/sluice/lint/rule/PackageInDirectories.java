package dev.sluice.lint.rule;

import dev.sluice.schema.model.SchemaSet;
import java.util.List;

/** The files of a package are in one folder. */
final class PackageInDirectories extends FilesRule {
    PackageInDirectories() {
        super(
                "PACKAGE_SAME_DIRECTORY",
                "The files of a package are in one folder.",
                "generators for languages whose folders are packages write code that does not compile",
                "Move the files into one folder.",
                LintCategory.MINIMAL);
    }

    @Override
    public void check(SchemaSet set, Inspection inspection) {
        FileGroups.byPackage(set).forEach((name, files) -> {
            List<String> folders =
                    files.stream().map(FileGroups::folder).distinct().toList();
            if (folders.size() > 1) {
                String what = (name.isEmpty() ? "files without a package" : "files of package \"" + name + "\"")
                        + " are in the folders " + FileGroups.quoted(folders, "");
                files.forEach(file -> inspection.add(this, Spot.packageOf(file), what));
            }
        });
    }
}
