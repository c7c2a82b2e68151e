package dev.sluice.compat.config;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which rules count and where not, as {@code breaking} and {@code lint} of a configuration file say it.
 *
 * @param rules the ids of the rules
 * @param ignore paths from the folder of the file
 * @param ignoreOnly by the id of a rule, paths from the folder of the file
 */
record RuleSection(List<String> rules, List<Text> ignore, Map<String, List<Text>> ignoreOnly) {

    static RuleSection defaults(Vocabulary vocabulary) {
        return new RuleSection(vocabulary.defaults(), List.of(), Map.of());
    }

    static RuleSection read(YamlMapping section, Vocabulary vocabulary) {
        RuleSection read = new RuleSection(
                rules(section, vocabulary),
                PathReader.read(section.texts("ignore"), section.file()),
                ignoreOnly(section, vocabulary));
        if (section.flag("disable_builtin")) {
            section.file()
                    .problem(
                            section.placeOf("disable_builtin"),
                            "disable_builtin leaves no rule: Sluice does not run the plugins of Buf");
        }
        return read;
    }

    private static List<String> rules(YamlMapping section, Vocabulary vocabulary) {
        List<Text> use = section.texts("use");
        Set<String> rules = new LinkedHashSet<>(use.isEmpty() ? vocabulary.defaults() : List.of());
        boolean known = true;
        for (Text word : use) {
            Optional<List<String>> members = RuleWords.expand(word, vocabulary, section.file());
            members.ifPresent(rules::addAll);
            known &= members.isPresent();
        }
        for (Text word : section.texts("except")) {
            RuleWords.expand(word, vocabulary, section.file()).ifPresent(members -> members.forEach(rules::remove));
        }
        if (rules.isEmpty() && known) {
            section.file().problem(section.placeOf(use.isEmpty() ? "except" : "use"), "no rule is left to check by");
        }
        return List.copyOf(rules);
    }

    private static Map<String, List<Text>> ignoreOnly(YamlMapping parent, Vocabulary vocabulary) {
        Map<String, List<Text>> ignoreOnly = new LinkedHashMap<>();
        Optional<YamlMapping> section = parent.mapping("ignore_only");
        if (section.isEmpty()) {
            return ignoreOnly;
        }
        for (Text word : section.get().keys()) {
            List<Text> paths = PathReader.read(section.get().texts(word.value()), parent.file());
            Optional<List<String>> rules = RuleWords.expand(word, vocabulary, parent.file());
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

    /** The paths of {@code ignore} from a module's folder; those outside it do not concern the module. */
    List<String> ignoreIn(String folder) {
        return inside(folder, ignore);
    }

    /** The paths of {@code ignore_only} from a module's folder; those outside it do not concern the module. */
    Map<String, List<String>> ignoreOnlyIn(String folder) {
        Map<String, List<String>> only = new LinkedHashMap<>();
        ignoreOnly.forEach((rule, paths) -> only.put(rule, inside(folder, paths)));
        return only;
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
