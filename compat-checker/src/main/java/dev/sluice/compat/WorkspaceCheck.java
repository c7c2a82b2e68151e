package dev.sluice.compat;

import dev.sluice.compat.config.SchemaModule;
import dev.sluice.compat.workspace.ModuleFiles;
import dev.sluice.compat.workspace.WorkspaceReader;
import dev.sluice.compat.workspace.WorkspaceResult;
import dev.sluice.schema.SchemaReader;
import dev.sluice.schema.problem.Problems;
import dev.sluice.schema.source.SchemaSource;
import java.io.IOException;
import java.util.List;

/** Compares two trees of schemas as their configurations divide them into modules. */
public final class WorkspaceCheck {
    private final List<SchemaSource> importSources;
    private final CheckPlan plan;
    private final boolean skip;

    /**
     * A check.
     *
     * @param importSources where both sides find imports that they do not bring
     * @param skip whether to leave out files that cannot have a finding; the findings are the same either way. With
     *     several modules all files are compared.
     */
    public WorkspaceCheck(List<SchemaSource> importSources, CheckPlan plan, boolean skip) {
        this.importSources = List.copyOf(importSources);
        this.plan = plan;
        this.skip = skip;
    }

    /**
     * Finds the changes from {@code olds} to {@code news} that break a peer. The new modules are those of the plan's
     * configuration.
     *
     * @param oldModules the modules that the old side's own configuration divides it into
     * @throws IOException if a source cannot be listed or read
     * @throws UnknownRuleException if the options name a rule or category that does not exist
     */
    public SourceCheck.Outcome run(SchemaSource olds, List<SchemaModule> oldModules, SchemaSource news)
            throws IOException, UnknownRuleException {
        List<SchemaModule> newModules = plan.configuration().modules();
        Problems problems = new Problems();
        List<ModuleFiles> newFiles = ModuleFiles.of(news, newModules, problems);
        if (!problems.isEmpty()) {
            return new SourceCheck.Unreadable(news.describe(), problems.sorted());
        }
        List<ModuleFiles> oldFiles = ModuleFiles.of(olds, oldModules, problems);
        if (!problems.isEmpty()) {
            return new SourceCheck.Unreadable(olds.describe(), problems.sorted());
        }
        if (oldFiles.size() == 1 && newFiles.size() == 1) {
            return new SourceCheck(new SchemaReader(importSources), plan, skip).run(oldFiles.get(0), newFiles.get(0));
        }
        WorkspaceResult now = WorkspaceReader.read(newFiles, importSources);
        if (now instanceof WorkspaceResult.Failed failed) {
            return new SourceCheck.Unreadable(news.describe(), failed.problems());
        }
        WorkspaceResult old = WorkspaceReader.read(oldFiles, importSources);
        if (old instanceof WorkspaceResult.Failed failed) {
            return new SourceCheck.Unreadable(olds.describe(), failed.problems());
        }
        return new SourceCheck.Compared(
                CompatibilityCheck.run(
                        ((WorkspaceResult.Read) old).modules(), ((WorkspaceResult.Read) now).modules(), plan),
                olds.list().size());
    }
}
