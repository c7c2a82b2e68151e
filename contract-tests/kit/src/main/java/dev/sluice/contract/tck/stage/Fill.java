package dev.sluice.contract.tck.stage;

import java.util.List;

/**
 * Items that were submitted to be held.
 *
 * @param submissions in the order of their submission
 * @param saturated whether the sink saw W begins
 */
public record Fill(List<Submission> submissions, boolean saturated) {
    public Fill {
        submissions = List.copyOf(submissions);
    }

    /** The id of one of them. */
    public String id(int index) {
        return submissions.get(index).item().id();
    }
}
