package dev.sluice.contract.tck.rules.capacity;

import dev.sluice.contract.tck.stage.Rule;
import dev.sluice.contract.tck.stage.RuleText;
import dev.sluice.contract.tck.stage.RuleType;
import dev.sluice.contract.tck.stage.Stage;
import dev.sluice.contract.tck.stage.Verdict;

/** Rule 2.1, optional part: the load can be read quickly; the least of 21 latencies, which a busy machine does not falsify. */
final class CapacityAtOnce implements Rule {
    private static final int READS = 21;
    private static final long LIMIT_NANOS = 20_000_000;

    @Override
    public RuleText text() {
        return new RuleText(
                "2.1",
                RuleType.OPTIONAL,
                "capacityAtOnce",
                "GET /v1/capacity SHOULD be answered in less than 20 ms while the provider is saturated.",
                "Of 21 reads while W + Q items are held the fastest takes less than 20 ms.");
    }

    @Override
    public Verdict check(Stage stage) {
        stage.fill();
        long least = Long.MAX_VALUE;
        for (int i = 0; i < READS; i++) {
            long began = stage.now();
            stage.capacity();
            least = Math.min(least, stage.now() - began);
        }
        stage.note("the fastest of " + READS + " reads took " + least / 1000 + " us");
        return least < LIMIT_NANOS
                ? Verdict.pass()
                : Verdict.fail("the fastest of " + READS + " reads took " + least / 1_000_000 + " ms");
    }
}
