package dev.sluice.compat.explain;

import dev.sluice.compat.rule.Catalogue;
import dev.sluice.compat.rule.Category;
import dev.sluice.compat.rule.Rule;
import java.util.List;

/** The rules of categories as text for a terminal. */
public final class RuleList {
    private RuleList() {}

    /** Lists the rules of some categories, category by category, each with what it demands. */
    public static String of(List<Category> categories) {
        StringBuilder text = new StringBuilder();
        for (Category category : categories) {
            text.append(text.length() == 0 ? "" : "\n")
                    .append(category.name())
                    .append(": ")
                    .append(category.purpose())
                    .append('\n');
            for (Rule rule : Catalogue.rules()) {
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
