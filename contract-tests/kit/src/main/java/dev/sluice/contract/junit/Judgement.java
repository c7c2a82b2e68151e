package dev.sluice.contract.junit;

import dev.sluice.contract.tck.Report;
import dev.sluice.contract.tck.RuleResult;
import dev.sluice.contract.tck.TextReport;
import dev.sluice.contract.tck.stage.RuleType;
import org.junit.jupiter.api.Assumptions;
import org.opentest4j.AssertionFailedError;

/** What a report of one rule is to JUnit. */
final class Judgement {
    private Judgement() {}

    /** Returns where the rule passed, aborts where it was skipped, fails otherwise. */
    static void of(Report report) {
        RuleResult result = report.results().get(0);
        String text = TextReport.explain(result) + "  seed " + report.seed();
        switch (result.verdict().outcome()) {
            case PASS -> {}
            case FAIL -> throw new AssertionFailedError(text);
            case SKIP -> Assumptions.abort(result.verdict().reason());
            case INCONCLUSIVE -> {
                Assumptions.assumeTrue(
                        result.rule().type() == RuleType.REQUIRED,
                        result.verdict().reason());
                throw new AssertionFailedError(text);
            }
        }
    }
}
