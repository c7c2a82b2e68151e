package dev.sluice.compat.config;

import dev.sluice.compat.rule.Catalogue;
import dev.sluice.compat.rule.Category;
import dev.sluice.compat.rule.Rule;
import dev.sluice.lint.rule.LintCategory;
import dev.sluice.lint.rule.LintRule;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The words for rules in one kind of configuration file: categories, ids, deprecated ids. */
public final class Vocabulary {
    private final Map<String, List<String>> categories = new LinkedHashMap<>();
    private final Set<String> rules = new TreeSet<>();
    private final List<DeprecatedRule> deprecated = new ArrayList<>();
    private final String standard;

    private Vocabulary(String standard) {
        this.standard = standard;
    }

    /** The words of a kind of file for rules about changes. */
    public static Vocabulary of(Dialect dialect) {
        Vocabulary vocabulary = new Vocabulary(Category.FILE.name());
        for (Category category : Category.values()) {
            List<String> members = new ArrayList<>();
            for (Rule rule : Catalogue.rules()) {
                if (dialect.categoriesOf(rule).contains(category)) {
                    members.add(rule.id());
                }
            }
            if (!members.isEmpty()) {
                vocabulary.categories.put(category.name(), List.copyOf(members));
                vocabulary.rules.addAll(members);
            }
        }
        for (DeprecatedRule rule : DeprecatedRule.values()) {
            if (!rule.isLint() && dialect.knows(rule)) {
                vocabulary.deprecated.add(rule);
            }
        }
        return vocabulary;
    }

    /** The words of a kind of file for rules about how schemas are written. */
    public static Vocabulary ofLint(Dialect dialect) {
        Vocabulary vocabulary = new Vocabulary(LintCategory.STANDARD.name());
        LintVocabulary.categories(dialect)
                .forEach((category, members) -> vocabulary.categories.put(category, List.copyOf(members)));
        for (LintRule rule : LintVocabulary.rules(dialect)) {
            vocabulary.rules.add(rule.id());
        }
        vocabulary.deprecated.add(DeprecatedRule.IMPORT_NO_WEAK);
        return vocabulary;
    }

    /** The ids of the rules a word stands for, or empty for a word that is not known. */
    public Optional<List<String>> expand(String word) {
        List<String> members = categories.get(word);
        if (members != null) {
            return Optional.of(members);
        }
        if (rules.contains(word)) {
            return Optional.of(List.of(word));
        }
        return deprecated(word).map(DeprecatedRule::replacements);
    }

    /** The deprecated rule that a word names. */
    Optional<DeprecatedRule> deprecated(String word) {
        return DeprecatedRule.of(word).filter(deprecated::contains);
    }

    /** Whether a word is the id of a rule. */
    boolean isRule(String word) {
        return rules.contains(word);
    }

    /** Whether a word is a category. */
    boolean isCategory(String word) {
        return categories.containsKey(word);
    }

    /** The rules that count where none are named: those of the category FILE, or of STANDARD. */
    public List<String> defaults() {
        return categories.getOrDefault(standard, List.of());
    }

    /** The categories, then the ids of the rules. */
    public List<String> words() {
        List<String> words = new ArrayList<>(categories.keySet());
        words.addAll(rules);
        return words;
    }

    /** The ids of the rules. */
    List<String> rules() {
        return List.copyOf(rules);
    }
}
