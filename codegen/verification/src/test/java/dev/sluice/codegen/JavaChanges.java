package dev.sluice.codegen;

import japicmp.cmp.JApiCmpArchive;
import japicmp.cmp.JarArchiveComparator;
import japicmp.cmp.JarArchiveComparatorOptions;
import japicmp.model.AccessModifier;
import japicmp.model.JApiClass;
import japicmp.model.JApiCompatibility;
import japicmp.model.JApiCompatibilityChange;
import java.util.ArrayList;
import java.util.List;

/** What japicmp finds that old programs do not survive: neither as class files nor as sources. */
final class JavaChanges {
    private JavaChanges() {}

    /** One line for each change, with the class it is in. */
    static List<String> incompatible(byte[] oldJar, byte[] newJar) {
        JarArchiveComparatorOptions options = new JarArchiveComparatorOptions();
        options.setAccessModifier(AccessModifier.PROTECTED);
        options.getIgnoreMissingClasses().setIgnoreAllMissingClasses(true);
        options.setNoAnnotations(true);
        List<JApiClass> classes = new JarArchiveComparator(options)
                .compare(new JApiCmpArchive(oldJar, "old", "1"), new JApiCmpArchive(newJar, "new", "2"));
        List<String> changes = new ArrayList<>();
        for (JApiClass type : classes) {
            String name = type.getFullyQualifiedName();
            add(name, type, changes);
            type.getInterfaces().forEach(part -> add(name + ": " + part.getFullyQualifiedName(), part, changes));
            type.getFields().forEach(part -> add(name + "." + part.getName(), part, changes));
            type.getMethods().forEach(part -> add(name + "." + part.getName() + "()", part, changes));
            type.getConstructors().forEach(part -> add(name + ": " + part.getName() + "()", part, changes));
        }
        return changes;
    }

    private static void add(String where, JApiCompatibility part, List<String> to) {
        for (JApiCompatibilityChange change : part.getCompatibilityChanges()) {
            if (!change.isBinaryCompatible() || !change.isSourceCompatible()) {
                to.add(where + " " + change.getType());
            }
        }
    }
}
