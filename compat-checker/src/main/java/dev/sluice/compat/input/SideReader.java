package dev.sluice.compat.input;

import dev.sluice.compat.config.SchemaModule;
import dev.sluice.compat.workspace.ModuleFiles;
import dev.sluice.compat.workspace.ModuleSchemas;
import dev.sluice.compat.workspace.WorkspaceReader;
import dev.sluice.compat.workspace.WorkspaceResult;
import dev.sluice.schema.ReadResult;
import dev.sluice.schema.SchemaReader;
import dev.sluice.schema.problem.Problems;
import dev.sluice.schema.source.SchemaSource;
import java.io.IOException;
import java.util.List;

/** Reads the schemas of one side of a check, all of them. */
public final class SideReader {
    private SideReader() {}

    /**
     * Reads a side module by module; a descriptor set is one module, with the settings of the first.
     *
     * @param importSources where to look for imports that the side does not bring
     * @throws IOException if the side cannot be listed or read
     */
    public static WorkspaceResult read(List<SchemaSource> importSources, CheckSide side, List<SchemaModule> modules)
            throws IOException {
        if (side instanceof CheckSide.DescriptorSet set) {
            ReadResult result = new SchemaReader(importSources).readDescriptorSet(set.description(), set.bytes());
            return result instanceof ReadResult.Read read
                    ? new WorkspaceResult.Read(List.of(ModuleSchemas.whole(modules.get(0), read.set())))
                    : new WorkspaceResult.Failed(((ReadResult.Failed) result).problems());
        }
        Problems problems = new Problems();
        List<ModuleFiles> files = ModuleFiles.of(((CheckSide.Tree) side).source(), modules, problems);
        return problems.isEmpty()
                ? WorkspaceReader.read(files, importSources)
                : new WorkspaceResult.Failed(problems.sorted());
    }
}
