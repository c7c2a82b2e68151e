package dev.sluice.compat;

import dev.sluice.compat.config.Dialect;
import dev.sluice.compat.config.SchemaModule;
import dev.sluice.compat.config.Vocabulary;
import dev.sluice.compat.finding.Verdict;
import dev.sluice.compat.workspace.ModulePairs;
import dev.sluice.compat.workspace.ModuleSchemas;
import dev.sluice.schema.model.SchemaSet;
import java.util.List;

/** Compares sets of schemas. */
public final class CompatibilityCheck {
    private CompatibilityCheck() {}

    /**
     * Finds the changes from {@code olds} to {@code news} that break a peer, without a configuration.
     *
     * @throws UnknownRuleException if the options name a rule or category that does not exist
     */
    public static Verdict run(SchemaSet olds, SchemaSet news, CheckOptions options) throws UnknownRuleException {
        return run(olds, news, CheckPlan.of(options));
    }

    /**
     * Finds the changes from {@code olds} to {@code news} that break a peer. The sets are compared as a whole, by the
     * settings of the first module of the configuration.
     *
     * @throws UnknownRuleException if the options name a rule or category that does not exist
     */
    public static Verdict run(SchemaSet olds, SchemaSet news, CheckPlan plan) throws UnknownRuleException {
        SchemaModule module = plan.configuration().modules().get(0);
        return run(List.of(ModuleSchemas.whole(module, olds)), List.of(ModuleSchemas.whole(module, news)), plan);
    }

    /**
     * Finds the changes from {@code olds} to {@code news} that break a peer, module by module, each by the settings of
     * the new module. An old module that no new one goes with is a finding too.
     *
     * @throws UnknownRuleException if the options name a rule or category that does not exist
     */
    public static Verdict run(List<ModuleSchemas> olds, List<ModuleSchemas> news, CheckPlan plan)
            throws UnknownRuleException {
        ModulePairs pairs = ModulePairs.of(olds, news);
        ModuleCheck check = new ModuleCheck(plan);
        for (ModulePairs.Pair pair : pairs.pairs()) {
            check.compare(pair.old(), pair.now());
        }
        for (ModuleSchemas missing : pairs.missing()) {
            check.missing(missing);
        }
        return WaiverCheck.apply(check.findings(), plan);
    }

    /** Every word that options may use: the categories, then the ids of the rules. */
    public static List<String> words() {
        return Vocabulary.of(Dialect.SLUICE).words();
    }
}
