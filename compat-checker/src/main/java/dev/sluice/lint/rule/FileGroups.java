package dev.sluice.lint.rule;

import dev.sluice.schema.model.SchemaFile;
import dev.sluice.schema.model.SchemaSet;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/** The files of a module, grouped by what they have in common. */
final class FileGroups {
    private FileGroups() {}

    /** The files by package; those without one under the empty name. */
    static Map<String, List<SchemaFile>> byPackage(SchemaSet set) {
        return group(set, SchemaFile::packageName);
    }

    /** The files by folder. */
    static Map<String, List<SchemaFile>> byFolder(SchemaSet set) {
        return group(set, FileGroups::folder);
    }

    private static Map<String, List<SchemaFile>> group(SchemaSet set, Function<SchemaFile, String> key) {
        Map<String, List<SchemaFile>> groups = new TreeMap<>();
        for (SchemaFile file : set.requestedFiles()) {
            groups.computeIfAbsent(key.apply(file), absent -> new ArrayList<>()).add(file);
        }
        return groups;
    }

    /** The folder of a file, from where imports start; {@code .} for that place itself. */
    static String folder(SchemaFile file) {
        int slash = file.filePath().lastIndexOf('/');
        return slash < 0 ? "." : file.filePath().substring(0, slash);
    }

    /** Different words between quotes, in order; {@code none} instead of an empty one, at the end. */
    static String quoted(Collection<String> words, String none) {
        List<String> quoted = new ArrayList<>();
        for (String word : new TreeSet<>(words)) {
            if (!word.isEmpty()) {
                quoted.add("\"" + word + "\"");
            }
        }
        if (words.contains("")) {
            quoted.add(none);
        }
        int last = quoted.size() - 1;
        return last <= 0
                ? String.join("", quoted)
                : String.join(", ", quoted.subList(0, last)) + " and " + quoted.get(last);
    }
}
