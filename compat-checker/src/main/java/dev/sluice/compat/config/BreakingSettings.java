package dev.sluice.compat.config;

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
    public static final BreakingSettings DEFAULT =
            new BreakingSettings(Vocabulary.of(Dialect.SLUICE).defaults(), List.of(), Map.of(), false);

    public BreakingSettings {
        rules = List.copyOf(rules);
        ignore = List.copyOf(ignore);
        Map<String, List<String>> copy = new LinkedHashMap<>();
        ignoreOnly.forEach((rule, paths) -> copy.put(rule, List.copyOf(paths)));
        ignoreOnly = Map.copyOf(copy);
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
