package dev.sluice.contract.tck.rules.bound;

import dev.sluice.contract.tck.stage.ConditionNotMetException;
import dev.sluice.contract.tck.stage.Rule;
import dev.sluice.contract.tck.stage.RuleText;
import dev.sluice.contract.tck.stage.RuleType;
import dev.sluice.contract.tck.stage.Stage;
import dev.sluice.contract.tck.stage.Verdict;

/** Rule 1.2: the bound holds when submissions compete. */
final class NoOvercommit implements Rule {
    @Override
    public RuleText text() {
        return new RuleText(
                "1.2",
                RuleType.REQUIRED,
                "noOvercommit",
                "Concurrent admission MUST NOT overcommit.",
                "With W items running, of any number of submissions at once it accepts at most Q.");
    }

    @Override
    public Verdict check(Stage stage) {
        for (int round = 1; round <= stage.profile().rounds(); round++) {
            Burst burst = Burst.play(stage);
            if (burst.accepted() > stage.limits().queued()) {
                return Verdict.fail("round " + round + ": " + burst.accepted() + " of "
                        + burst.submissions().size() + " submissions at once were accepted while W = "
                        + stage.limits().running() + " items ran; the queue holds Q = "
                        + stage.limits().queued());
            }
            if (burst.unanswered() + burst.notSent() > 0) {
                throw new ConditionNotMetException("round " + round + ": " + burst.unanswered()
                        + " submissions were not answered (rule 1.3), " + burst.notSent() + " could not be sent");
            }
            stage.settle();
        }
        return Verdict.pass();
    }
}
