package dev.sluice.lint.rule;

import dev.sluice.schema.model.SchemaFile;
import dev.sluice.schema.model.SchemaSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The files of a package agree on an option that says where generated code goes. */
final class PackageOptionDiffers extends FilesRule {
    private static final int JAVA_MULTIPLE_FILES = 10;

    private final String option;
    private final int number;

    private PackageOptionDiffers(String id, String option, int number) {
        super(
                id,
                "The files of a package have the same " + option + ", or all have none.",
                "the code generated from one package ends up in several places, under names that do not go together",
                "Set the option to one value in all files of the package.",
                LintCategory.BASIC);
        this.option = option;
        this.number = number;
    }

    static PackageOptionDiffers csharpNamespace() {
        return new PackageOptionDiffers("PACKAGE_SAME_CSHARP_NAMESPACE", "csharp_namespace", 37);
    }

    static PackageOptionDiffers goPackage() {
        return new PackageOptionDiffers("PACKAGE_SAME_GO_PACKAGE", "go_package", 11);
    }

    static PackageOptionDiffers javaMultipleFiles() {
        return new PackageOptionDiffers("PACKAGE_SAME_JAVA_MULTIPLE_FILES", "java_multiple_files", JAVA_MULTIPLE_FILES);
    }

    static PackageOptionDiffers javaPackage() {
        return new PackageOptionDiffers("PACKAGE_SAME_JAVA_PACKAGE", "java_package", 1);
    }

    static PackageOptionDiffers phpNamespace() {
        return new PackageOptionDiffers("PACKAGE_SAME_PHP_NAMESPACE", "php_namespace", 41);
    }

    static PackageOptionDiffers rubyPackage() {
        return new PackageOptionDiffers("PACKAGE_SAME_RUBY_PACKAGE", "ruby_package", 45);
    }

    static PackageOptionDiffers swiftPrefix() {
        return new PackageOptionDiffers("PACKAGE_SAME_SWIFT_PREFIX", "swift_prefix", 39);
    }

    @Override
    public void check(SchemaSet set, Inspection inspection) {
        FileGroups.byPackage(set).forEach((name, files) -> check(name, files, inspection));
    }

    private void check(String name, List<SchemaFile> files, Inspection inspection) {
        Map<String, SchemaFile> values = new TreeMap<>();
        files.forEach(file -> values.putIfAbsent(value(file), file));
        if (values.size() > 1) {
            String what = (name.isEmpty() ? "files without a package" : "files of package \"" + name + "\"") + " set "
                    + option + " to " + FileGroups.quoted(values.keySet(), "nothing");
            files.forEach(file -> inspection.add(this, Spot.optionOf(file, number), what));
        }
    }

    /** The value as text; empty where there is none. */
    private String value(SchemaFile file) {
        if (number != JAVA_MULTIPLE_FILES) {
            return file.options().string(number).orElse("");
        }
        return file.options().varint(number).isPresent()
                ? String.valueOf(file.options().bool(number, false))
                : "";
    }
}
