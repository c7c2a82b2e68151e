package dev.sluice.schema.source.git;

import java.time.LocalDate;

/**
 * A commit that a revision was found to be.
 *
 * @param commit the full id of the commit, 40 hexadecimal digits (64 in a SHA-256 repository)
 * @param name the revision as it was asked for, or "merge base of HEAD and REVISION"
 * @param date the day it was committed, where its committer was
 */
public record GitRevision(String commit, String name, LocalDate date) {
    private static final int SHORT = 12;

    /** The commit's id, short enough to read, with name and date: {@code abc123def456 (origin/main, 2026-11-20)}. */
    public String describe() {
        return commit.substring(0, Math.min(SHORT, commit.length())) + " (" + name + ", " + date + ")";
    }
}
