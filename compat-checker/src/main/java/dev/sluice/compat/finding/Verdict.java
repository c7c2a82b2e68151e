package dev.sluice.compat.finding;

import java.util.List;

/**
 * The outcome of a check.
 *
 * @param findings what was found, in order, without repetitions
 */
public record Verdict(List<Finding> findings) {
    public Verdict {
        findings = List.copyOf(findings);
    }

    /** Whether a finding is an error. */
    public boolean isBreaking() {
        for (Finding finding : findings) {
            if (finding.severity() == Severity.ERROR) {
                return true;
            }
        }
        return false;
    }
}
