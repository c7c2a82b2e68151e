package dev.sluice.compat.config;

import dev.sluice.lint.rule.Conventions;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Which rules a module's schemas are written by, and where not.
 *
 * @param rules the ids of the rules
 * @param ignore files and folders, as imports name them, in which no rule counts
 * @param ignoreOnly by the id of a rule, files and folders, as imports name them, in which it does not count
 * @param commentIgnores whether comments in schemas may ask for rules to be ignored
 */
public record LintSettings(
        List<String> rules,
        List<String> ignore,
        Map<String, List<String>> ignoreOnly,
        Conventions conventions,
        boolean commentIgnores) {

    public LintSettings {
        rules = List.copyOf(rules);
        ignore = List.copyOf(ignore);
        Map<String, List<String>> copy = new LinkedHashMap<>();
        ignoreOnly.forEach((rule, paths) -> copy.put(rule, List.copyOf(paths)));
        ignoreOnly = Map.copyOf(copy);
    }

    /** The category STANDARD, everywhere. */
    public static LintSettings standard() {
        return LintSection.standard(Dialect.SLUICE).in(RelativePath.HERE);
    }

    /**
     * Whether a rule does not count in a file.
     *
     * @param path the file, as imports name it
     */
    public boolean isIgnored(String rule, String path) {
        return RelativePath.anyContains(ignore, path)
                || RelativePath.anyContains(ignoreOnly.getOrDefault(rule, List.of()), path);
    }
}
