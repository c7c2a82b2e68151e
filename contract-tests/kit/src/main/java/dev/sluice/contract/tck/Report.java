package dev.sluice.contract.tck;

import dev.sluice.contract.tck.stage.RuleType;
import dev.sluice.contract.tck.stage.Verdict;
import java.util.List;

/**
 * What a run found.
 *
 * @param seed the number that the contents of the items follow from
 * @param peer the provider or client that was judged: its address or command
 * @param seconds how long the run took
 * @param results one for each rule, in the order in which they ran
 */
public record Report(long seed, String peer, double seconds, List<RuleResult> results) {
    public Report {
        results = List.copyOf(results);
    }

    /** The results with the outcome. */
    public List<RuleResult> with(Verdict.Outcome outcome) {
        return results.stream()
                .filter(result -> result.verdict().outcome() == outcome)
                .toList();
    }

    /** Whether rules ran and every required one passed or was skipped: neither failed nor stayed open. */
    public boolean conforms() {
        return !results.isEmpty()
                && results.stream()
                        .filter(result -> result.rule().type() == RuleType.REQUIRED)
                        .map(result -> result.verdict().outcome())
                        .allMatch(outcome -> outcome == Verdict.Outcome.PASS || outcome == Verdict.Outcome.SKIP);
    }
}
