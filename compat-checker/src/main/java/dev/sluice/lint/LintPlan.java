package dev.sluice.lint;

import dev.sluice.compat.config.Configuration;
import dev.sluice.compat.config.Dialect;
import dev.sluice.compat.config.LintSettings;
import dev.sluice.compat.config.SchemaModule;
import dev.sluice.compat.config.Vocabulary;
import dev.sluice.lint.rule.LintCatalogue;
import dev.sluice.lint.rule.LintRule;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a check goes by.
 *
 * @param configuration what the configuration file of the schemas says, read for lint
 * @param use categories and rule ids of the command line, which count instead of those of the configuration; empty for
 *     none
 * @param except categories and rule ids to leave out in any case
 */
public record LintPlan(Configuration configuration, List<String> use, List<String> except) {
    /** The category STANDARD, without a configuration file. */
    public static final LintPlan DEFAULT = new LintPlan(Configuration.DEFAULT, List.of(), List.of());

    public LintPlan {
        use = List.copyOf(use);
        except = List.copyOf(except);
    }

    /** The first word of {@code use} and {@code except} that is neither a category nor the id of a rule. */
    public Optional<String> unknownWord() {
        Vocabulary vocabulary = Vocabulary.ofLint(Dialect.SLUICE);
        List<String> words = new ArrayList<>(use);
        words.addAll(except);
        return words.stream().filter(word -> vocabulary.expand(word).isEmpty()).findFirst();
    }

    /** Every word that {@code use} and {@code except} may have: the categories, then the ids of the rules. */
    public static List<String> words() {
        return Vocabulary.ofLint(Dialect.SLUICE).words();
    }

    LintSettings settings(SchemaModule module) {
        return module.lint().orElseGet(LintSettings::standard);
    }

    /** The rules that a module is checked by. */
    List<LintRule> rules(SchemaModule module) {
        Set<String> ids = use.isEmpty() ? new LinkedHashSet<>(settings(module).rules()) : expand(use);
        ids.removeAll(expand(except));
        List<LintRule> rules = new ArrayList<>();
        for (LintRule rule : LintCatalogue.rules()) {
            if (ids.contains(rule.id())
                    && configuration.level(rule.id()).severity().isPresent()) {
                rules.add(rule);
            }
        }
        return rules;
    }

    private static Set<String> expand(List<String> words) {
        Vocabulary vocabulary = Vocabulary.ofLint(Dialect.SLUICE);
        Set<String> ids = new LinkedHashSet<>();
        for (String word : words) {
            ids.addAll(vocabulary
                    .expand(word)
                    .orElseThrow(() -> new IllegalArgumentException(word + " is neither a category nor a rule")));
        }
        return ids;
    }
}
