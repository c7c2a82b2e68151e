package dev.sluice.compat;

import java.util.List;

/**
 * Which rules a check applies.
 *
 * @param use categories and rule ids to apply; empty means the category FILE
 * @param except categories and rule ids to leave out
 */
public record CheckOptions(List<String> use, List<String> except) {
    /** The category FILE, nothing left out. */
    public static final CheckOptions DEFAULT = new CheckOptions(List.of(), List.of());

    public CheckOptions {
        use = List.copyOf(use);
        except = List.copyOf(except);
    }
}
