package dev.sluice.compat.report;

import dev.sluice.compat.finding.Finding;
import dev.sluice.compat.finding.Severity;
import dev.sluice.compat.finding.Verdict;
import java.util.ArrayList;
import java.util.List;

/** A verdict in one line. */
final class Summary {
    private Summary() {}

    /** The number of findings, by severity where not all are errors, and of those that are waived. */
    static String of(Verdict verdict) {
        String noun = verdict.concern().noun();
        int count = verdict.findings().size();
        StringBuilder line = new StringBuilder(count == 0 ? "no " + noun + "s" : counted(count, noun));
        if (count(verdict, Severity.ERROR) < count) {
            List<String> parts = new ArrayList<>();
            for (Severity severity : Severity.values()) {
                int some = count(verdict, severity);
                if (some > 0) {
                    parts.add(severity == Severity.INFO ? some + " info" : counted(some, severity.word()));
                }
            }
            line.append(" (").append(String.join(", ", parts)).append(')');
        }
        if (!verdict.waived().isEmpty()) {
            line.append(", ").append(verdict.waived().size()).append(" waived");
        }
        return line.toString();
    }

    private static int count(Verdict verdict, Severity severity) {
        int count = 0;
        for (Finding finding : verdict.findings()) {
            count += finding.severity() == severity ? 1 : 0;
        }
        return count;
    }

    private static String counted(int count, String word) {
        return count + " " + word + (count == 1 ? "" : "s");
    }
}
