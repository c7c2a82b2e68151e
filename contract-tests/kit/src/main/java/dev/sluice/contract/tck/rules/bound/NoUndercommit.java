package dev.sluice.contract.tck.rules.bound;

import dev.sluice.contract.tck.stage.Rule;
import dev.sluice.contract.tck.stage.RuleText;
import dev.sluice.contract.tck.stage.RuleType;
import dev.sluice.contract.tck.stage.Stage;
import dev.sluice.contract.tck.stage.Verdict;

/** Rule 1.2, optional part: competing submissions fill the queue. */
final class NoUndercommit implements Rule {
    @Override
    public RuleText text() {
        return new RuleText(
                "1.2",
                RuleType.OPTIONAL,
                "noUndercommit",
                "Concurrent admission SHOULD use every slot.",
                "With W items running, of more than Q submissions at once it accepts exactly Q.");
    }

    @Override
    public Verdict check(Stage stage) {
        Burst burst = Burst.play(stage);
        return burst.accepted() == stage.limits().queued()
                ? Verdict.pass()
                : Verdict.fail(burst.accepted() + " of " + burst.submissions().size()
                        + " submissions at once were accepted, not Q = "
                        + stage.limits().queued());
    }
}
