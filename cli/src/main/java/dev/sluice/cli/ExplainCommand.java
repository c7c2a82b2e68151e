package dev.sluice.cli;

import dev.sluice.compat.explain.Explanation;
import dev.sluice.compat.explain.Page;
import dev.sluice.compat.explain.RuleList;
import dev.sluice.compat.rule.Catalogue;
import dev.sluice.compat.rule.Category;
import dev.sluice.compat.rule.Rule;
import dev.sluice.lint.explain.LintExplanation;
import dev.sluice.lint.explain.LintPage;
import dev.sluice.lint.explain.LintRuleList;
import dev.sluice.lint.rule.LintCatalogue;
import dev.sluice.lint.rule.LintCategory;
import dev.sluice.lint.rule.LintRule;
import java.util.ArrayList;
import java.util.List;

/** {@code sluice explain [RULE|CATEGORY]}: rules about changes, and lint rules. */
final class ExplainCommand implements Command {
    private static final String NAME = "explain";

    @Override
    public int run(List<String> arguments, Console console) throws CommandFailure {
        Arguments parsed = new Arguments(NAME, arguments);
        List<String> words = parsed.words(0, 1, "the rule to explain");
        console.out().print(words.isEmpty() ? all() : explain(words.get(0)));
        return ExitStatus.CLEAN;
    }

    private static String all() {
        return RuleList.of(List.of(Category.values())) + "\n" + LintRuleList.of(List.of(LintCategory.values()));
    }

    private static String explain(String word) throws CommandFailure {
        List<String> known = new ArrayList<>();
        for (Category category : Category.values()) {
            if (category.name().equalsIgnoreCase(word)) {
                return RuleList.of(List.of(category));
            }
            known.add(category.name());
        }
        for (Rule rule : Catalogue.rules()) {
            if (rule.id().equalsIgnoreCase(word)) {
                return Page.of(Explanation.of(rule));
            }
            known.add(rule.id());
        }
        for (LintCategory category : LintCategory.values()) {
            if (category.name().equalsIgnoreCase(word)) {
                return LintRuleList.of(List.of(category));
            }
            known.add(category.name());
        }
        for (LintRule rule : LintCatalogue.rules()) {
            if (rule.id().equalsIgnoreCase(word)) {
                return LintPage.of(LintExplanation.of(rule));
            }
            known.add(rule.id());
        }
        throw CommandFailure.usage(
                NAME, "\"" + word + "\" is neither a rule nor a category" + Nearest.hint(word, known));
    }
}
