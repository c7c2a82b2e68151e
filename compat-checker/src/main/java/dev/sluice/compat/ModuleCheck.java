package dev.sluice.compat;

import dev.sluice.compat.diff.Differ;
import dev.sluice.compat.finding.Finding;
import dev.sluice.compat.rule.NewSchemas;
import dev.sluice.compat.rule.RuleSet;
import dev.sluice.compat.workspace.ModuleSchemas;
import dev.sluice.schema.model.SchemaFile;
import dev.sluice.schema.model.SchemaSet;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Collects the findings of pairs of modules, each by the settings of the new module. */
final class ModuleCheck {
    private final CheckPlan plan;
    private final List<Finding> findings = new ArrayList<>();

    ModuleCheck(CheckPlan plan) {
        this.plan = plan;
    }

    /** Compares an old module with the new one it became. */
    void compare(ModuleSchemas old, ModuleSchemas now) throws UnknownRuleException {
        compare(old, file -> true, now, new NewSchemas(now.set()));
    }

    /**
     * Compares files of an old module with the new one it became.
     *
     * @param compared which of the old files to look at
     * @param news the schemas of {@code now}, of which some may have been left out
     */
    void compare(ModuleSchemas old, Predicate<SchemaFile> compared, ModuleSchemas now, NewSchemas news)
            throws UnknownRuleException {
        FindingCollector collector = new FindingCollector(old, now, plan.configuration());
        SchemaSet olds = old.set();
        Differ.compare(olds, compared, news, rules(now), collector);
        findings.addAll(collector.findings());
    }

    private RuleSet rules(ModuleSchemas now) throws UnknownRuleException {
        return RuleSet.of(plan.rules(now.module()), plan.configuration().watchedOptions());
    }

    /** Adds a finding about a module that no new one goes with. */
    void missing(ModuleSchemas old) {
        MissingModule.finding(old, plan.configuration()).ifPresent(findings::add);
    }

    /** In order of place; of those that are the same for a reader the same one comes first, whoever found it first. */
    private static int inOrder(Finding left, Finding right) {
        int order = left.compareTo(right);
        return order != 0 ? order : left.fingerprint().compareTo(right.fingerprint());
    }

    /** What was found, in order, without repetitions. */
    List<Finding> findings() {
        List<Finding> sorted = new ArrayList<>(findings);
        sorted.sort(ModuleCheck::inOrder);
        List<Finding> once = new ArrayList<>(sorted.size());
        for (Finding finding : sorted) {
            if (once.isEmpty() || once.get(once.size() - 1).compareTo(finding) != 0) {
                once.add(finding);
            }
        }
        return once;
    }
}
