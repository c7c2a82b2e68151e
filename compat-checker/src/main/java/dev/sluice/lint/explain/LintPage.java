package dev.sluice.lint.explain;

import dev.sluice.compat.explain.TerminalText;
import dev.sluice.lint.rule.LintCategory;
import dev.sluice.lint.rule.LintRule;
import java.util.List;

/** The explanation of a lint rule as text for a terminal. */
public final class LintPage {
    private LintPage() {}

    /** The page of a rule. */
    public static String of(LintExplanation explanation) {
        LintRule rule = explanation.rule();
        TerminalText text = new TerminalText();
        text.line(rule.id());
        text.wrap("", "", rule.purpose());
        text.line("");
        text.wrap("Categories: ", "  ", categories(rule));
        text.wrap("Otherwise: ", "  ", rule.harm() + ".");
        text.examples("Bad", explanation.bad());
        text.line("");
        text.wrap("What to do: ", "  ", rule.advice());
        text.examples("Good", explanation.good());
        if (!explanation.also().isEmpty()) {
            text.line("");
            text.wrap("Also found by: ", "  ", String.join(", ", explanation.also()));
        }
        return text.toString();
    }

    /** The names of a rule's categories, in their order. */
    static String categories(LintRule rule) {
        List<String> names =
                rule.categories().stream().sorted().map(LintCategory::name).toList();
        return names.isEmpty() ? "none; it counts where it is named" : String.join(", ", names);
    }
}
