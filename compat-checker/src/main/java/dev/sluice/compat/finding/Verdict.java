package dev.sluice.compat.finding;

import java.util.List;

/**
 * The outcome of a check.
 *
 * @param findings what was found and is not waived, in order, without repetitions
 * @param waived what was found and is waived, in order
 * @param notices remarks about the configuration, by position
 */
public record Verdict(Concern concern, List<Finding> findings, List<WaivedFinding> waived, List<Notice> notices) {
    public Verdict {
        findings = List.copyOf(findings);
        waived = List.copyOf(waived);
        notices = List.copyOf(notices);
    }

    /** A verdict about changes. */
    public Verdict(List<Finding> findings, List<WaivedFinding> waived, List<Notice> notices) {
        this(Concern.CHANGES, findings, waived, notices);
    }

    /** A verdict about changes without waivers and notices. */
    public Verdict(List<Finding> findings) {
        this(findings, List.of(), List.of());
    }

    /** Whether a finding is an error; waived ones do not count. */
    public boolean isBreaking() {
        return reaches(Severity.ERROR);
    }

    /** Whether a finding weighs at least so much; waived ones do not count. */
    public boolean reaches(Severity least) {
        for (Finding finding : findings) {
            if (finding.severity().compareTo(least) <= 0) {
                return true;
            }
        }
        return false;
    }
}
