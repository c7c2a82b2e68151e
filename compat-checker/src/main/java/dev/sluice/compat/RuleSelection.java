package dev.sluice.compat;

import dev.sluice.compat.rule.Catalogue;
import dev.sluice.compat.rule.Category;
import dev.sluice.compat.rule.Rule;
import java.util.ArrayList;
import java.util.List;

/** Chooses rules by category and id. */
final class RuleSelection {
    private RuleSelection() {}

    static List<Rule> select(CheckOptions options) throws UnknownRuleException {
        List<String> use = options.use().isEmpty() ? List.of(Category.FILE.name()) : options.use();
        requireKnown(use);
        requireKnown(options.except());
        List<Rule> selected = new ArrayList<>();
        for (Rule rule : Catalogue.rules()) {
            if (isNamed(rule, use) && !isNamed(rule, options.except())) {
                selected.add(rule);
            }
        }
        return selected;
    }

    /** Whether a selected rule looks at the values of custom options. */
    static boolean looksAtOptions(CheckOptions options) throws UnknownRuleException {
        for (Rule rule : select(options)) {
            if (rule.categories().stream().noneMatch(Category::isOfBuf)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isNamed(Rule rule, List<String> words) {
        for (String word : words) {
            if (rule.id().equals(word)) {
                return true;
            }
            for (Category category : rule.categories()) {
                if (category.name().equals(word)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static void requireKnown(List<String> words) throws UnknownRuleException {
        List<String> known = CompatibilityCheck.words();
        for (String word : words) {
            if (!known.contains(word)) {
                throw new UnknownRuleException(word);
            }
        }
    }
}
