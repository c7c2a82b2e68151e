package dev.sluice.compat.report;

import dev.sluice.compat.finding.Finding;
import java.util.List;

/** The lines of schemas that findings are about. */
public interface Excerpts {
    /** No lines: for sides that have no text. */
    Excerpts NONE = finding -> new Excerpt(List.of(), List.of());

    /**
     * The lines of a change.
     *
     * @param before lines of the old schema; empty where they are not to be had
     * @param after lines of the new schema; empty where they are not to be had, or what was there is gone
     */
    record Excerpt(List<String> before, List<String> after) {
        public Excerpt {
            before = List.copyOf(before);
            after = List.copyOf(after);
        }
    }

    /** The lines of a finding. */
    Excerpt of(Finding finding);
}
