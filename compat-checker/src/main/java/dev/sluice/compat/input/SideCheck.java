package dev.sluice.compat.input;

import dev.sluice.compat.CheckPlan;
import dev.sluice.compat.CompatibilityCheck;
import dev.sluice.compat.SourceCheck;
import dev.sluice.compat.UnknownRuleException;
import dev.sluice.compat.WorkspaceCheck;
import dev.sluice.compat.config.Configuration;
import dev.sluice.compat.config.SchemaModule;
import dev.sluice.compat.workspace.ModuleSchemas;
import dev.sluice.compat.workspace.WorkspaceResult;
import dev.sluice.schema.problem.Problem;
import dev.sluice.schema.source.FolderSource;
import dev.sluice.schema.source.SchemaSource;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** Compares two sides of whatever kind. */
public final class SideCheck {
    /** So few files of folders are compared faster than it is found out which could be left out. */
    private static final int FEW = 16;

    private final List<SchemaSource> importSources;
    private final CheckPlan plan;
    private final boolean skip;

    /**
     * A check.
     *
     * @param importSources where both sides find imports that they do not bring
     * @param skip whether to leave out files that cannot have a finding; the findings are the same either way
     */
    public SideCheck(List<SchemaSource> importSources, CheckPlan plan, boolean skip) {
        this.importSources = List.copyOf(importSources);
        this.plan = plan;
        this.skip = skip;
    }

    /**
     * Finds the changes from {@code old} to {@code now} that break a peer.
     *
     * @param ofOld the configuration that the old side brings, which divides it into modules
     * @throws IOException if a side cannot be listed or read
     * @throws UnknownRuleException if the options name a rule or category that does not exist
     */
    public SourceCheck.Outcome run(CheckSide old, Optional<Configuration> ofOld, CheckSide now)
            throws IOException, UnknownRuleException {
        if (old instanceof CheckSide.Tree olds && now instanceof CheckSide.Tree news) {
            return new WorkspaceCheck(importSources, plan, skip && !(isSmall(news) && isSmall(olds)))
                    .run(olds.source(), oldModules(olds, ofOld), news.source());
        }
        WorkspaceResult news =
                SideReader.read(importSources, now, plan.configuration().modules());
        if (news instanceof WorkspaceResult.Failed failed) {
            return new SourceCheck.Unreadable(now.description(), failed.problems());
        }
        WorkspaceResult olds = SideReader.read(
                importSources,
                old,
                old instanceof CheckSide.Tree tree ? oldModules(tree, ofOld) : List.of(SchemaModule.WHOLE));
        if (olds instanceof WorkspaceResult.Failed failed) {
            return new SourceCheck.Unreadable(old.description(), failed.problems());
        }
        List<ModuleSchemas> newModules = ((WorkspaceResult.Read) news).modules();
        List<ModuleSchemas> oldModules = ((WorkspaceResult.Read) olds).modules();
        if (newModules.size() != oldModules.size()) {
            int modules = Math.max(newModules.size(), oldModules.size());
            String set = newModules.size() > oldModules.size() ? old.description() : now.description();
            String what = "a descriptor set is compared with one module, and the other side has " + modules
                    + "; check them one by one";
            return new SourceCheck.Unreadable(set, List.of(new Problem(set, 0, 0, what)));
        }
        int files = 0;
        for (ModuleSchemas module : oldModules) {
            files += module.set().requestedFiles().size();
        }
        return new SourceCheck.Compared(CompatibilityCheck.run(oldModules, newModules, plan), files);
    }

    private static boolean isSmall(CheckSide.Tree tree) throws IOException {
        return tree.source() instanceof FolderSource && tree.source().list().size() <= FEW;
    }

    private List<SchemaModule> oldModules(CheckSide.Tree olds, Optional<Configuration> ofOld) throws IOException {
        return ofOld.isPresent()
                ? ofOld.get().modules()
                : OldModules.of(olds.source(), plan.configuration().modules());
    }
}
