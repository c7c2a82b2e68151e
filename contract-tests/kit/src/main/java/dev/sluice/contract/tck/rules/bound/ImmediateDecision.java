package dev.sluice.contract.tck.rules.bound;

import dev.sluice.contract.tck.stage.ConditionNotMetException;
import dev.sluice.contract.tck.stage.Rule;
import dev.sluice.contract.tck.stage.RuleText;
import dev.sluice.contract.tck.stage.RuleType;
import dev.sluice.contract.tck.stage.Stage;
import dev.sluice.contract.tck.stage.Verdict;

/** Rule 1.3: a submission is answered while nothing gets free. */
final class ImmediateDecision implements Rule {
    @Override
    public RuleText text() {
        return new RuleText(
                "1.3",
                RuleType.REQUIRED,
                "immediateDecision",
                "Admission MUST be decided without waiting for capacity.",
                "It answers every submission while all W running items are held and the queue is full.");
    }

    @Override
    public Verdict check(Stage stage) {
        Burst burst = Burst.play(stage);
        if (burst.notSent() > 0) {
            throw new ConditionNotMetException(burst.notSent() + " submissions could not be sent");
        }
        return burst.unanswered() == 0
                ? Verdict.pass()
                : Verdict.fail(burst.unanswered() + " of " + burst.submissions().size()
                        + " submissions were not answered while the SINK was shut: " + burst.silence());
    }
}
