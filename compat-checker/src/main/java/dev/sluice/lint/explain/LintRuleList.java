package dev.sluice.lint.explain;

import dev.sluice.lint.rule.LintCatalogue;
import dev.sluice.lint.rule.LintCategory;
import dev.sluice.lint.rule.LintRule;
import java.util.List;

/** The lint rules of categories as text for a terminal. */
public final class LintRuleList {
    private LintRuleList() {}

    /** Lists the rules of some categories, category by category, each with what it demands. */
    public static String of(List<LintCategory> categories) {
        StringBuilder text = new StringBuilder();
        for (LintCategory category : categories) {
            text.append(text.length() == 0 ? "" : "\n")
                    .append(category.name())
                    .append(" (lint): ")
                    .append(category.purpose())
                    .append('\n');
            for (LintRule rule : LintCatalogue.rules()) {
                if (rule.categories().contains(category)) {
                    text.append("  ")
                            .append(rule.id())
                            .append("\n      ")
                            .append(rule.purpose())
                            .append('\n');
                }
            }
        }
        return text.toString();
    }
}
