package dev.sluice.compat.config;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The {@code breaking} part of a configuration file, before it is known which module it is for.
 *
 * @param rules the ids of the rules
 * @param ignore paths from the folder of the file
 * @param ignoreOnly by the id of a rule, paths from the folder of the file
 */
record BreakingSection(
        List<String> rules, List<Text> ignore, Map<String, List<Text>> ignoreOnly, boolean ignoreUnstablePackages) {

    static BreakingSection defaults(Vocabulary vocabulary) {
        return new BreakingSection(vocabulary.defaults(), List.of(), Map.of(), false);
    }

    /** Reads {@code breaking} of a mapping; empty where it is missing or has nothing in it. */
    static Optional<BreakingSection> read(YamlMapping parent, Vocabulary vocabulary) {
        Optional<YamlMapping> section = parent.mapping("breaking");
        if (section.isEmpty()) {
            return Optional.empty();
        }
        YamlMapping breaking = section.get();
        List<String> rules = rules(breaking, vocabulary);
        List<Text> ignore = PathReader.read(breaking.texts("ignore"), breaking.file());
        Map<String, List<Text>> ignoreOnly = ignoreOnly(breaking, vocabulary);
        boolean ignoreUnstablePackages = breaking.flag("ignore_unstable_packages");
        if (breaking.flag("disable_builtin")) {
            breaking.file()
                    .problem(
                            breaking.placeOf("disable_builtin"),
                            "disable_builtin leaves no rule: Sluice does not run the plugins of Buf");
        }
        breaking.done();
        if (breaking.keys().isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new BreakingSection(rules, ignore, ignoreOnly, ignoreUnstablePackages));
    }

    private static List<String> rules(YamlMapping breaking, Vocabulary vocabulary) {
        List<Text> use = breaking.texts("use");
        Set<String> rules = new LinkedHashSet<>(use.isEmpty() ? vocabulary.defaults() : List.of());
        boolean known = true;
        for (Text word : use) {
            Optional<List<String>> members = RuleWords.expand(word, vocabulary, breaking.file());
            members.ifPresent(rules::addAll);
            known &= members.isPresent();
        }
        for (Text word : breaking.texts("except")) {
            RuleWords.expand(word, vocabulary, breaking.file()).ifPresent(members -> members.forEach(rules::remove));
        }
        if (rules.isEmpty() && known) {
            breaking.file().problem(breaking.placeOf(use.isEmpty() ? "except" : "use"), "no rule is left to check by");
        }
        return List.copyOf(rules);
    }

    private static Map<String, List<Text>> ignoreOnly(YamlMapping breaking, Vocabulary vocabulary) {
        Map<String, List<Text>> ignoreOnly = new LinkedHashMap<>();
        Optional<YamlMapping> section = breaking.mapping("ignore_only");
        if (section.isEmpty()) {
            return ignoreOnly;
        }
        for (Text word : section.get().keys()) {
            List<Text> paths = PathReader.read(section.get().texts(word.value()), breaking.file());
            Optional<List<String>> rules = RuleWords.expand(word, vocabulary, breaking.file());
            for (String rule : rules.orElse(List.of())) {
                ignoreOnly.computeIfAbsent(rule, id -> new ArrayList<>()).addAll(paths);
            }
        }
        return ignoreOnly;
    }

    /** All paths in it. */
    List<Text> paths() {
        List<Text> paths = new ArrayList<>(ignore);
        ignoreOnly.values().forEach(paths::addAll);
        return paths;
    }

    /** The settings of a module in a folder; paths outside it do not concern the module. */
    BreakingSettings in(String folder) {
        Map<String, List<String>> only = new LinkedHashMap<>();
        ignoreOnly.forEach((rule, paths) -> only.put(rule, inside(folder, paths)));
        return new BreakingSettings(rules, inside(folder, ignore), only, ignoreUnstablePackages);
    }

    private static List<String> inside(String folder, List<Text> paths) {
        Set<String> inside = new LinkedHashSet<>();
        for (Text path : paths) {
            if (RelativePath.contains(folder, path.value())) {
                inside.add(RelativePath.relativize(folder, path.value()));
            } else if (RelativePath.contains(path.value(), folder)) {
                inside.add(RelativePath.HERE);
            }
        }
        return List.copyOf(inside);
    }
}
