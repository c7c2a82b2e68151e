package dev.sluice.compat.config;

import java.util.List;
import java.util.Optional;

/** Reads words for rules. */
final class RuleWords {
    private RuleWords() {}

    /** The ids a word stands for, or empty where it is a problem. A deprecated word gets a notice. */
    static Optional<List<String>> expand(Text word, Vocabulary vocabulary, YamlFile file) {
        Optional<List<String>> rules = vocabulary.expand(word.value());
        if (rules.isEmpty()) {
            Optional<DeprecatedRule> replaced = DeprecatedRule.of(word.value());
            if (replaced.isPresent()) {
                file.problem(word.place(), replaced.get().advice());
            } else {
                file.unknown(word.place(), "%s is neither a category nor a rule", word.value(), vocabulary.words());
            }
        }
        vocabulary.deprecated(word.value()).ifPresent(rule -> file.notice(word.place(), rule.advice()));
        return rules;
    }
}
