package dev.sluice.compat.config;

import java.util.List;
import java.util.Optional;

/**
 * A part of a tree of schemas that is checked on its own. All its paths start at the folder of the configuration file.
 *
 * @param path the folder it is in
 * @param name what its registry calls it, if it has a name
 * @param roots the folders that imports start from: mostly {@code path}
 * @param includes the only files and folders that belong to it; empty for all
 * @param excludes the files and folders that do not belong to it
 * @param lint how its schemas are to be written; empty where the configuration was not read for that
 */
public record SchemaModule(
        String path,
        Optional<String> name,
        List<String> roots,
        List<String> includes,
        List<String> excludes,
        BreakingSettings breaking,
        Optional<LintSettings> lint) {

    /** Everything below the folder of the configuration file, with the settings that count where none are given. */
    public static final SchemaModule WHOLE = whole(BreakingSettings.DEFAULT, Optional.empty());

    public SchemaModule {
        roots = List.copyOf(roots);
        includes = List.copyOf(includes);
        excludes = List.copyOf(excludes);
    }

    static SchemaModule whole(BreakingSettings breaking, Optional<LintSettings> lint) {
        return new SchemaModule(
                RelativePath.HERE, Optional.empty(), List.of(RelativePath.HERE), List.of(), List.of(), breaking, lint);
    }

    /** The module in a folder below the one that its paths start at. */
    SchemaModule below(String folder) {
        return new SchemaModule(
                RelativePath.join(folder, path),
                name,
                below(folder, roots),
                below(folder, includes),
                below(folder, excludes),
                breaking,
                lint);
    }

    private static List<String> below(String folder, List<String> paths) {
        return paths.stream().map(path -> RelativePath.join(folder, path)).toList();
    }

    /** What imports call the file at a path, or empty where the file does not belong to the module. */
    public Optional<String> importName(String file) {
        if (!RelativePath.contains(path, file)
                || RelativePath.anyContains(excludes, file)
                || !(includes.isEmpty() || RelativePath.anyContains(includes, file))) {
            return Optional.empty();
        }
        for (String root : roots) {
            if (RelativePath.contains(root, file)) {
                return Optional.of(RelativePath.relativize(root, file));
            }
        }
        return Optional.empty();
    }

    /** Whether every file of the tree belongs to it, under its path in the tree. */
    public boolean isWholeTree() {
        return path.equals(RelativePath.HERE)
                && roots.equals(List.of(RelativePath.HERE))
                && includes.isEmpty()
                && excludes.isEmpty();
    }

    /** Its name, or its folder where it has none. */
    public String title() {
        return name.orElse(path);
    }
}
