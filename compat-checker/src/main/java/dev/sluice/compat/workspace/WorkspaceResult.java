package dev.sluice.compat.workspace;

import dev.sluice.schema.problem.Problem;
import java.util.List;

/** What came of reading the modules of a tree. */
public sealed interface WorkspaceResult {

    /**
     * All modules were read.
     *
     * @param modules in the order of the configuration
     */
    record Read(List<ModuleSchemas> modules) implements WorkspaceResult {
        public Read {
            modules = List.copyOf(modules);
        }
    }

    /**
     * The schemas have problems.
     *
     * @param problems at least one, by file and position; paths start at the folder of the configuration file
     */
    record Failed(List<Problem> problems) implements WorkspaceResult {
        public Failed {
            problems = List.copyOf(problems);
        }
    }
}
