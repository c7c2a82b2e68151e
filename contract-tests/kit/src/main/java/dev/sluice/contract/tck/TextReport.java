package dev.sluice.contract.tck;

import dev.sluice.contract.tck.stage.Verdict;
import java.util.Locale;

/** Writes a report for people: one line for each rule, and a bug report for each that failed or stayed open. */
public final class TextReport {
    private TextReport() {}

    /** The report as text. */
    public static String write(Report report) {
        StringBuilder out = new StringBuilder();
        out.append(String.format(
                Locale.ROOT, "peer %s  seed %d  %.1f s%n", report.peer(), report.seed(), report.seconds()));
        for (RuleResult result : report.results()) {
            out.append(String.format(
                    Locale.ROOT,
                    "%-12s %s  (%.1f s)%n",
                    result.verdict().outcome(),
                    result.rule().testName(),
                    result.seconds()));
        }
        for (RuleResult result : report.results()) {
            Verdict.Outcome outcome = result.verdict().outcome();
            if (outcome != Verdict.Outcome.PASS) {
                out.append(System.lineSeparator()).append(explain(result));
            }
        }
        return out.append(report.conforms() ? "conforms" : "does not conform")
                .append(System.lineSeparator())
                .toString();
    }

    /** One result as a bug report: the rule, the finding, what was sent and seen, what a correct provider does. */
    public static String explain(RuleResult result) {
        StringBuilder out = new StringBuilder();
        out.append(String.format(
                "rule %s %s%n", result.rule().id(), result.verdict().outcome()));
        out.append(String.format("  rule:     %s%n", result.rule().statement()));
        out.append(String.format("  found:    %s%n", result.verdict().reason()));
        out.append(String.format("  correct:  %s%n", result.rule().correct()));
        out.append(String.format("  sent and seen:%n"));
        result.timeline().forEach(entry -> out.append(String.format("    %s%n", entry)));
        return out.toString();
    }
}
