package dev.sluice.compat.explain;

import dev.sluice.compat.rule.Category;
import dev.sluice.compat.rule.Rule;
import java.util.List;

/** Words that the pages have in common. */
final class Words {
    private Words() {}

    /** The names of a rule's categories, in the order of the categories. */
    static List<String> categories(Rule rule) {
        return rule.categories().stream().sorted().map(Category::name).toList();
    }

    static String capitalized(String clause) {
        return Character.toUpperCase(clause.charAt(0)) + clause.substring(1);
    }
}
