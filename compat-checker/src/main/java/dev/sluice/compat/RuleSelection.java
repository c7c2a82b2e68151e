package dev.sluice.compat;

import dev.sluice.compat.config.Configuration;
import dev.sluice.compat.config.Dialect;
import dev.sluice.compat.config.Vocabulary;
import dev.sluice.compat.finding.Severity;
import dev.sluice.compat.rule.Catalogue;
import dev.sluice.compat.rule.Category;
import dev.sluice.compat.rule.Rule;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Chooses rules by category and id; deprecated ids stand for the rules that replace them. */
final class RuleSelection {
    private RuleSelection() {}

    /**
     * The rules for a module.
     *
     * @param configured the ids that count where the options name none
     * @param options words of the command line, which come before the configuration
     * @throws UnknownRuleException if an option is neither a category nor the id of a rule
     */
    static List<Rule> select(List<String> configured, CheckOptions options, Configuration configuration)
            throws UnknownRuleException {
        Set<String> ids = options.use().isEmpty() ? new LinkedHashSet<>(configured) : expand(options.use());
        ids.removeAll(expand(options.except()));
        List<Rule> selected = new ArrayList<>();
        for (Rule rule : Catalogue.rules()) {
            Optional<Severity> severity = configuration.level(rule.id()).severity();
            if (ids.contains(rule.id()) && severity.isPresent()) {
                selected.add(rule);
            }
        }
        return selected;
    }

    /** Whether a rule looks at the values of custom options. */
    static boolean looksAtOptions(List<Rule> rules) {
        for (Rule rule : rules) {
            if (!isOfBuf(rule)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isOfBuf(Rule rule) {
        for (Category category : rule.categories()) {
            if (category.isOfBuf()) {
                return true;
            }
        }
        return false;
    }

    private static Set<String> expand(List<String> words) throws UnknownRuleException {
        if (words.isEmpty()) {
            return Set.of();
        }
        Vocabulary vocabulary = Vocabulary.of(Dialect.SLUICE);
        Set<String> ids = new LinkedHashSet<>();
        for (String word : words) {
            Optional<List<String>> members = vocabulary.expand(word);
            if (members.isEmpty()) {
                throw new UnknownRuleException(word);
            }
            ids.addAll(members.get());
        }
        return ids;
    }
}
