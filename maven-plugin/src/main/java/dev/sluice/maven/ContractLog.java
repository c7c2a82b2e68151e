package dev.sluice.maven;

import dev.sluice.contract.pacts.PactVerdict;
import dev.sluice.contract.tck.Report;
import dev.sluice.contract.tck.RuleResult;
import dev.sluice.contract.tck.stage.RuleType;
import dev.sluice.contract.tck.stage.Verdict;
import dev.sluice.schema.problem.Printable;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.apache.maven.plugin.logging.Log;

/** Writes what a verification of contracts found to the log of a build: what is broken first of all, and no more than a screen. */
final class ContractLog {
    private static final int MOST_SHOWN = 5;
    private static final int MOST_LINES = 6;

    private final Log log;

    ContractLog(Log log) {
        this.log = log;
    }

    /** Logs a run of rules; how many required ones are not kept. */
    int rules(Report report) {
        StringBuilder counts = new StringBuilder();
        for (Verdict.Outcome outcome : Verdict.Outcome.values()) {
            int count = report.with(outcome).size();
            counts.append(count == 0 ? "" : ", " + count + " " + outcome);
        }
        log.info("rules played to " + Printable.of(report.peer()) + ": "
                + report.results().size() + counts + " (seed " + report.seed() + ")");
        Predicate<RuleResult> broken = result -> result.rule().type() == RuleType.REQUIRED
                && result.verdict().outcome() != Verdict.Outcome.PASS
                && result.verdict().outcome() != Verdict.Outcome.SKIP;
        List<String> shown = new ArrayList<>();
        for (RuleResult result : report.results().stream().filter(broken).toList()) {
            shown.add("rule " + result.rule().id() + " " + result.verdict().outcome() + ": "
                    + result.rule().statement() + "\n  found:   "
                    + result.verdict().reason() + "\n  correct: "
                    + result.rule().correct());
        }
        show(shown);
        return shown.size();
    }

    /** Logs verdicts on Pact files; how many interactions are not kept. */
    int pacts(List<PactVerdict> verdicts) {
        List<String> shown = new ArrayList<>();
        for (PactVerdict verdict : verdicts) {
            String what = "\"" + verdict.description() + "\" of " + verdict.consumer() + " (" + verdict.file() + ")";
            if (verdict.breaks()) {
                shown.add("Pact " + what + " is not kept:\n" + verdict.failure().indent(2));
            } else if (!verdict.holds()) {
                log.warn(Printable.of("Pact " + what + " is not kept, but pending"));
            }
        }
        long kept = verdicts.stream().filter(PactVerdict::holds).count();
        log.info("Pact interactions: " + verdicts.size() + ", " + kept + " kept");
        show(shown);
        return shown.size();
    }

    private void show(List<String> broken) {
        for (String text : broken.subList(0, Math.min(MOST_SHOWN, broken.size()))) {
            List<String> lines = text.lines().toList();
            lines.stream().limit(MOST_LINES).map(Printable::of).forEach(log::error);
            if (lines.size() > MOST_LINES) {
                log.error("  and " + (lines.size() - MOST_LINES) + " lines more");
            }
        }
        if (broken.size() > MOST_SHOWN) {
            log.error("and " + (broken.size() - MOST_SHOWN) + " more");
        }
    }
}
