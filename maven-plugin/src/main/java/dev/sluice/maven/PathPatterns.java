package dev.sluice.maven;

import java.util.List;
import java.util.function.Predicate;
import org.codehaus.plexus.util.SelectorUtils;

/** Which schema files of a folder are meant, by patterns as Maven users write them: {@code shop/**}, {@code **}{@code /v1/*.proto}. */
final class PathPatterns implements Predicate<String> {
    private final List<String> includes;
    private final List<String> excludes;

    /** @param includes the patterns of which one must match; all files where there are none */
    PathPatterns(List<String> includes, List<String> excludes) {
        this.includes = List.copyOf(includes);
        this.excludes = List.copyOf(excludes);
    }

    @Override
    public boolean test(String path) {
        return (includes.isEmpty() || matches(includes, path)) && !matches(excludes, path);
    }

    private static boolean matches(List<String> patterns, String path) {
        for (String pattern : patterns) {
            if (SelectorUtils.matchPath(pattern, path, "/", true)) {
                return true;
            }
        }
        return false;
    }

    /** The patterns, for a digest of the configuration. */
    @Override
    public String toString() {
        return "includes " + includes + " excludes " + excludes;
    }
}
