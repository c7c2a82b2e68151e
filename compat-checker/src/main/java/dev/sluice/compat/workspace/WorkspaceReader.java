package dev.sluice.compat.workspace;

import dev.sluice.schema.ReadResult;
import dev.sluice.schema.SchemaReader;
import dev.sluice.schema.problem.Problems;
import dev.sluice.schema.source.SchemaSource;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads the modules of a tree of schemas. A module finds what it imports in itself, then in the other modules, then in
 * further sources.
 */
public final class WorkspaceReader {
    private final List<ModuleFiles> modules;
    private final List<SchemaSource> importSources;

    private WorkspaceReader(List<ModuleFiles> modules, List<SchemaSource> importSources) {
        this.modules = List.copyOf(modules);
        this.importSources = List.copyOf(importSources);
    }

    /**
     * Reads all modules of a tree.
     *
     * @param importSources where to look for what no module has
     * @throws IOException if a source cannot be listed or read; one schema that cannot be read is a problem instead
     */
    public static WorkspaceResult read(List<ModuleFiles> modules, List<SchemaSource> importSources) throws IOException {
        return new WorkspaceReader(modules, importSources).read();
    }

    private WorkspaceResult read() throws IOException {
        Problems problems = new Problems();
        List<ModuleSchemas> read = new ArrayList<>();
        for (ModuleFiles module : modules) {
            List<SchemaSource> imports = new ArrayList<>();
            for (ModuleFiles other : modules) {
                if (other != module) {
                    imports.add(other.source());
                }
            }
            imports.addAll(importSources);
            ReadResult result = new SchemaReader(imports).read(module.source());
            if (result instanceof ReadResult.Read set) {
                read.add(module.with(set.set()));
            } else if (result instanceof ReadResult.Failed failed) {
                ModuleFiles.inTree(failed.problems(), paths()).forEach(problems::add);
            }
        }
        return problems.isEmpty() ? new WorkspaceResult.Read(read) : new WorkspaceResult.Failed(problems.sorted());
    }

    /** Where all files are, by what imports call them, which is different for each. */
    private Map<String, String> paths() {
        Map<String, String> paths = new HashMap<>();
        for (ModuleFiles module : modules) {
            paths.putAll(module.paths());
        }
        return paths;
    }
}
