package dev.sluice.lint;

import dev.sluice.compat.config.SchemaModule;
import dev.sluice.compat.finding.Concern;
import dev.sluice.compat.finding.Finding;
import dev.sluice.compat.finding.Notice;
import dev.sluice.compat.finding.Place;
import dev.sluice.compat.finding.Severity;
import dev.sluice.compat.finding.Verdict;
import dev.sluice.compat.workspace.ModuleSchemas;
import dev.sluice.lint.rule.ElementRule;
import dev.sluice.lint.rule.Elements;
import dev.sluice.lint.rule.FilesRule;
import dev.sluice.lint.rule.ImportRule;
import dev.sluice.lint.rule.LintRule;
import dev.sluice.lint.rule.WrittenImport;
import dev.sluice.schema.model.SchemaFile;
import dev.sluice.schema.model.SchemaSet;
import java.util.ArrayList;
import java.util.List;

/** Judges how schemas are written. */
public final class LintCheck {
    private final LintPlan plan;

    private LintCheck(LintPlan plan) {
        this.plan = plan;
    }

    /**
     * Judges schemas as a whole, by the settings of the first module of the configuration.
     *
     * @throws IllegalArgumentException if the plan has a {@linkplain LintPlan#unknownWord() word that is not known}
     */
    public static Verdict run(SchemaSet set, LintPlan plan) {
        SchemaModule module = plan.configuration().modules().get(0);
        return run(List.of(ModuleSchemas.whole(module, set)), plan);
    }

    /**
     * Judges the schemas of modules, each by its own settings.
     *
     * @throws IllegalArgumentException if the plan has a {@linkplain LintPlan#unknownWord() word that is not known}
     */
    public static Verdict run(List<ModuleSchemas> modules, LintPlan plan) {
        LintCheck check = new LintCheck(plan);
        List<Finding> findings = new ArrayList<>();
        List<Notice> notices = new ArrayList<>(plan.configuration().notices());
        for (ModuleSchemas module : modules) {
            List<LintRule> rules = plan.rules(module.module());
            if (rules.isEmpty()) {
                notices.add(check.noRule(module.module()));
            }
            findings.addAll(check.judge(module, rules));
        }
        return new Verdict(Concern.LINT, sortedOnce(findings), List.of(), notices);
    }

    private List<Finding> judge(ModuleSchemas module, List<LintRule> rules) {
        LintCollector collector = new LintCollector(module, plan);
        List<ElementRule<?>> ofElements = new ArrayList<>();
        List<ImportRule> ofImports = new ArrayList<>();
        for (LintRule rule : rules) {
            if (rule instanceof ElementRule<?> ofElement) {
                ofElements.add(ofElement);
            } else if (rule instanceof ImportRule ofImport) {
                ofImports.add(ofImport);
            } else if (rule instanceof FilesRule ofFiles) {
                ofFiles.check(module.set(), collector);
            }
        }
        for (SchemaFile file : module.set().requestedFiles()) {
            for (ImportRule rule : ofImports) {
                rule.check(file, WrittenImport.of(file), collector);
            }
            Elements.forEach(file, element -> ofElements.forEach(rule -> rule.checkAny(element, collector)));
        }
        return collector.findings();
    }

    private Notice noRule(SchemaModule module) {
        Place place = new Place(plan.configuration().file().orElse("command line"), 0, 0);
        String what = plan.configuration().modules().size() == 1 ? "" : " module \"" + module.title() + "\"";
        return new Notice(Severity.WARNING, place, "no rule is left to check" + what + " by");
    }

    private static List<Finding> sortedOnce(List<Finding> findings) {
        List<Finding> sorted = new ArrayList<>(findings);
        sorted.sort(null);
        List<Finding> once = new ArrayList<>(sorted.size());
        for (Finding finding : sorted) {
            if (once.isEmpty() || once.get(once.size() - 1).compareTo(finding) != 0) {
                once.add(finding);
            }
        }
        return once;
    }
}
