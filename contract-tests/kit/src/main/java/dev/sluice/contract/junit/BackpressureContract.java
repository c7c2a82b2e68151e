package dev.sluice.contract.junit;

import dev.sluice.contract.provider.Provider;
import dev.sluice.contract.tck.Report;
import dev.sluice.contract.tck.RuleFilter;
import dev.sluice.contract.tck.RuleResult;
import dev.sluice.contract.tck.RunListener;
import dev.sluice.contract.tck.Tck;
import dev.sluice.contract.tck.TextReport;
import dev.sluice.contract.tck.stage.Profile;
import dev.sluice.contract.tck.stage.RuleText;
import dev.sluice.contract.tck.stage.RuleType;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.opentest4j.AssertionFailedError;

/**
 * The backpressure contract as JUnit tests, one for each rule, named like {@code required_1_1_boundedAdmission}. A subclass says
 * where its provider listens; it starts and ends it in {@code @BeforeAll} and {@code @AfterAll}:
 *
 * <pre>{@code
 * final class WorkerContractTest extends BackpressureContract {
 *     private static ProviderProcess worker;
 *
 *     @BeforeAll
 *     static void start() {
 *         worker = ProviderProcess.start(ProviderCommand.of("./worker").withLimits(2, 4));
 *     }
 *
 *     @AfterAll
 *     static void end() {
 *         worker.close();
 *     }
 *
 *     @Override
 *     protected Provider provider() {
 *         return worker.provider();
 *     }
 * }
 * }</pre>
 *
 * A failure reads like a bug report. An inconclusive required rule fails too: a contract that was not checked is not kept. A skipped rule
 * is an aborted test.
 */
public abstract class BackpressureContract {
    /** The provider, listening and idle. */
    protected abstract Provider provider();

    /** The rules that run; all. */
    protected RuleFilter filter() {
        return RuleFilter.all();
    }

    /** The profile; the standard one. */
    protected Profile profile() {
        return Profile.standard();
    }

    /** The number that the contents of the items follow from; it is in every failure. */
    protected long seed() {
        return 1;
    }

    /** One test for each rule. */
    @TestFactory
    final Stream<DynamicTest> contract() {
        return Tck.rules(filter()).stream().map(rule -> DynamicTest.dynamicTest(rule.testName(), () -> check(rule)));
    }

    private void check(RuleText rule) {
        Report report = Tck.run(provider(), rule::equals, profile(), seed(), RunListener.SILENT);
        RuleResult result = report.results().get(0);
        String text = TextReport.explain(result) + "  seed " + report.seed();
        switch (result.verdict().outcome()) {
            case PASS -> {}
            case FAIL -> throw new AssertionFailedError(text);
            case SKIP -> Assumptions.abort(result.verdict().reason());
            case INCONCLUSIVE -> {
                Assumptions.assumeTrue(
                        rule.type() == RuleType.REQUIRED, result.verdict().reason());
                throw new AssertionFailedError(text);
            }
        }
    }
}
