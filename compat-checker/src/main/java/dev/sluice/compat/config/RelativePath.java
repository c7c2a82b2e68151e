package dev.sluice.compat.config;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** Paths with {@code /} between folders, relative to a folder that is itself {@code .}. */
public final class RelativePath {
    /** The folder itself. */
    public static final String HERE = ".";

    private RelativePath() {}

    /** A path without {@code .}, {@code ..} and repeated slashes, or empty where it leads outside or is absolute. */
    static Optional<String> normalize(String path) {
        if (path.startsWith("/")) {
            return Optional.empty();
        }
        Deque<String> parts = new ArrayDeque<>();
        for (String part : split(path)) {
            if (part.equals("..")) {
                if (parts.pollLast() == null) {
                    return Optional.empty();
                }
            } else if (!part.isEmpty() && !part.equals(HERE)) {
                parts.addLast(part);
            }
        }
        return Optional.of(parts.isEmpty() ? HERE : String.join("/", parts));
    }

    private static List<String> split(String path) {
        List<String> parts = new ArrayList<>();
        int start = 0;
        for (int slash = path.indexOf('/'); slash >= 0; slash = path.indexOf('/', start)) {
            parts.add(path.substring(start, slash));
            start = slash + 1;
        }
        parts.add(path.substring(start));
        return parts;
    }

    /** Whether {@code inner} is {@code outer} or below it. */
    static boolean contains(String outer, String inner) {
        return outer.equals(HERE)
                || inner.equals(outer)
                || (inner.length() > outer.length() && inner.charAt(outer.length()) == '/' && inner.startsWith(outer));
    }

    /** Whether {@code inner} is one of {@code outers} or below it. */
    static boolean anyContains(List<String> outers, String inner) {
        for (String outer : outers) {
            if (contains(outer, inner)) {
                return true;
            }
        }
        return false;
    }

    /** The path {@code inner}, which {@code outer} contains, from there. */
    static String relativize(String outer, String inner) {
        if (outer.equals(HERE)) {
            return inner;
        }
        return inner.equals(outer) ? HERE : inner.substring(outer.length() + 1);
    }

    /** The path of {@code inner}, which starts at {@code outer}, from where {@code outer} starts. */
    public static String join(String outer, String inner) {
        if (outer.equals(HERE)) {
            return inner;
        }
        return inner.equals(HERE) ? outer : outer + "/" + inner;
    }
}
