package dev.sluice.compat.workspace;

import dev.sluice.compat.config.SchemaModule;
import dev.sluice.schema.model.SchemaSet;
import dev.sluice.schema.problem.Problem;
import dev.sluice.schema.problem.Problems;
import dev.sluice.schema.source.SchemaSource;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The files of one module.
 *
 * @param source the files, under the names that imports call them by
 * @param paths where they are, from the folder of the configuration file, by those names
 */
public record ModuleFiles(SchemaModule module, SchemaSource source, Map<String, String> paths) {
    public ModuleFiles {
        paths = Map.copyOf(paths);
    }

    /**
     * Deals the files of a tree out to its modules.
     *
     * @param tree the folder of the configuration file with all below it
     * @param problems takes modules without files, and files that imports cannot tell apart
     * @throws IOException if the tree cannot be listed
     */
    public static List<ModuleFiles> of(SchemaSource tree, List<SchemaModule> modules, Problems problems)
            throws IOException {
        if (modules.size() == 1 && modules.get(0).isWholeTree()) {
            return List.of(new ModuleFiles(modules.get(0), tree, Map.of()));
        }
        List<Map<String, String>> paths = new ArrayList<>();
        for (int i = 0; i < modules.size(); i++) {
            paths.add(new LinkedHashMap<>());
        }
        Map<String, String> known = new HashMap<>();
        for (String path : tree.list()) {
            for (int i = 0; i < modules.size(); i++) {
                Optional<String> name = modules.get(i).importName(path);
                if (name.isPresent()) {
                    paths.get(i).put(name.get(), path);
                    String other = known.putIfAbsent(name.get(), path);
                    if (other != null) {
                        problems.add(path, collision(other, name.get(), path));
                    }
                }
            }
        }
        List<ModuleFiles> files = new ArrayList<>();
        for (int i = 0; i < modules.size(); i++) {
            SchemaModule module = modules.get(i);
            if (paths.get(i).isEmpty()) {
                problems.add(
                        tree.describe(),
                        modules.size() == 1
                                ? "there is no .proto file in it"
                                : "there is no .proto file in the module \"" + module.title() + "\"");
            }
            SchemaSource source = module.isWholeTree() ? tree : new ModuleSource(tree, module.title(), paths.get(i));
            files.add(new ModuleFiles(module, source, paths.get(i)));
        }
        return files;
    }

    /** The module, with the schemas read from its files. */
    public ModuleSchemas with(SchemaSet set) {
        return new ModuleSchemas(module, set, paths);
    }

    /** Problems that name files as imports do, with their paths from the folder of the configuration file. */
    public List<Problem> inTree(List<Problem> problems) {
        return inTree(problems, paths);
    }

    static List<Problem> inTree(List<Problem> problems, Map<String, String> paths) {
        List<Problem> moved = new ArrayList<>(problems.size());
        for (Problem problem : problems) {
            String path = paths.getOrDefault(problem.path(), problem.path());
            moved.add(new Problem(path, problem.line(), problem.column(), problem.message()));
        }
        return moved;
    }

    private static String collision(String other, String name, String path) {
        return path.equals(other)
                ? "this file belongs to two modules"
                : "imports cannot tell this file and " + other + " apart: both are \"" + name + "\"";
    }
}
