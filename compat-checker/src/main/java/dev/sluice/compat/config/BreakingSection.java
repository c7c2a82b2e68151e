package dev.sluice.compat.config;

import dev.sluice.compat.finding.Concern;
import java.util.List;
import java.util.Optional;

/** The {@code breaking} part of a configuration file, before it is known which module it is for. */
record BreakingSection(RuleSection rules, boolean ignoreUnstablePackages) {

    static BreakingSection defaults(Vocabulary vocabulary) {
        return new BreakingSection(RuleSection.defaults(vocabulary), false);
    }

    /** Reads {@code breaking} of a mapping; empty where it is missing or has nothing in it. */
    static Optional<BreakingSection> read(YamlMapping parent, Vocabulary vocabulary) {
        if (parent.file().concern() != Concern.CHANGES) {
            parent.accept("breaking");
            return Optional.empty();
        }
        Optional<YamlMapping> section = parent.mapping("breaking");
        if (section.isEmpty()) {
            return Optional.empty();
        }
        YamlMapping breaking = section.get();
        RuleSection rules = RuleSection.read(breaking, vocabulary);
        boolean ignoreUnstablePackages = breaking.flag("ignore_unstable_packages");
        breaking.done();
        if (breaking.keys().isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new BreakingSection(rules, ignoreUnstablePackages));
    }

    /** All paths in it. */
    List<Text> paths() {
        return rules.paths();
    }

    /** The settings of a module in a folder; paths outside it do not concern the module. */
    BreakingSettings in(String folder) {
        return new BreakingSettings(
                rules.rules(), rules.ignoreIn(folder), rules.ignoreOnlyIn(folder), ignoreUnstablePackages);
    }
}
