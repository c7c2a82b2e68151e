package dev.sluice.codegen.java;

import dev.sluice.codegen.source.Sources;
import dev.sluice.schema.model.SchemaFile;
import dev.sluice.schema.problem.Problems;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Finds files of which no Java package comes: they name none, or a text that is no package name and would end up in paths
 * and in source text. Each is a problem at the option java_package, else at the package.
 */
final class JavaPackages {
    private static final Pattern IDENTIFIER = Pattern.compile("[A-Za-z_$][A-Za-z0-9_$]*");

    private static final String REMEDY =
            "one whose parts between dots are of letters, digits, _ and $, none with a digit first";

    /** FileDescriptorProto.package. */
    private static final int[] PACKAGE_PATH = {2};

    /** FileDescriptorProto.options and FileOptions.java_package in it. */
    private static final int[] JAVA_PACKAGE_PATH = {8, TypeNames.JAVA_PACKAGE};

    private final Sources sources;
    private final Problems problems;

    JavaPackages(Sources sources, Problems problems) {
        this.sources = sources;
        this.problems = problems;
    }

    /** The path to what a file's Java package is taken from. */
    static int[] path(SchemaFile file) {
        boolean isOption = !WellKnown.isProtobuf(file)
                && file.options().string(TypeNames.JAVA_PACKAGE).isPresent();
        return isOption ? JAVA_PACKAGE_PATH : PACKAGE_PATH;
    }

    void check(SchemaFile file) {
        if (WellKnown.isProtobuf(file)) {
            return;
        }
        Optional<String> option = file.options().string(TypeNames.JAVA_PACKAGE);
        String name = option.orElse(file.packageName());
        if (option.isEmpty() && name.isEmpty()) {
            problems.add(sources.problem(
                    file, "the file has neither a package nor the option java_package, and Java needs one of them"));
            return;
        }
        if (name.equals("java") || name.startsWith("java.")) {
            problems.add(sources.problem(
                    file,
                    path(file),
                    (option.isPresent() ? "java_package \"" : "the package \"") + name
                            + "\" is one that Java reserves for itself; "
                            + (option.isPresent() ? "name another" : "set the option java_package to another")));
            return;
        }
        for (String segment : name.split("\\.", -1)) {
            if (!IDENTIFIER.matcher(segment).matches()) {
                String reason = " \"" + name + "\" is no Java package: \"" + segment + "\" is no Java identifier; ";
                problems.add(sources.problem(
                        file,
                        path(file),
                        option.isPresent()
                                ? "java_package" + reason + "name " + REMEDY
                                : "the package" + reason + "set the option java_package to " + REMEDY));
                return;
            }
        }
    }
}
