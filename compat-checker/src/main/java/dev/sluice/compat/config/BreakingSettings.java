package dev.sluice.compat.config;

import dev.sluice.compat.rule.Catalogue;
import dev.sluice.compat.rule.Category;
import dev.sluice.compat.rule.Rule;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Which rules a module is checked by, and where not.
 *
 * @param rules the ids of the rules
 * @param ignore files and folders, as imports name them, in which no rule counts
 * @param ignoreOnly by the id of a rule, files and folders, as imports name them, in which it does not count
 * @param ignoreUnstablePackages whether no rule counts in packages such as {@code foo.v1beta1}
 */
public record BreakingSettings(
        List<String> rules, List<String> ignore, Map<String, List<String>> ignoreOnly, boolean ignoreUnstablePackages) {

    /** The category FILE, everywhere. */
    public static final BreakingSettings DEFAULT = new BreakingSettings(defaultRules(), List.of(), Map.of(), false);

    public BreakingSettings {
        rules = List.copyOf(rules);
        ignore = List.copyOf(ignore);
        Map<String, List<String>> copy = new LinkedHashMap<>();
        for (Map.Entry<String, List<String>> entry : ignoreOnly.entrySet()) {
            copy.put(entry.getKey(), List.copyOf(entry.getValue()));
        }
        ignoreOnly = Map.copyOf(copy);
    }

    /** As the vocabulary has them, of which nothing else is needed where there is no configuration. */
    private static List<String> defaultRules() {
        List<String> rules = new ArrayList<>();
        for (Rule rule : Catalogue.rules()) {
            if (rule.categories().contains(Category.FILE)) {
                rules.add(rule.id());
            }
        }
        return rules;
    }

    /**
     * Whether a rule does not count in a file. A finding is left out where that is so for its old file or for its new
     * one.
     *
     * @param path the file, as imports name it
     * @param packageName the package of the file
     */
    public boolean isIgnored(String rule, String path, String packageName) {
        return RelativePath.anyContains(ignore, path)
                || RelativePath.anyContains(ignoreOnly.getOrDefault(rule, List.of()), path)
                || (ignoreUnstablePackages && UnstablePackage.matches(packageName));
    }
}
