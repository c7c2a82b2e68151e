package dev.sluice.contract.tck.rules.bound;

import dev.sluice.contract.tck.stage.ConditionNotMetException;
import dev.sluice.contract.tck.stage.Fill;
import dev.sluice.contract.tck.stage.Rule;
import dev.sluice.contract.tck.stage.RuleText;
import dev.sluice.contract.tck.stage.RuleType;
import dev.sluice.contract.tck.stage.Stage;
import dev.sluice.contract.tck.stage.Submission;
import dev.sluice.contract.tck.stage.Verdict;

/** Rule 1.4: W items run, and no more. */
final class ExactConcurrency implements Rule {
    @Override
    public RuleText text() {
        return new RuleText(
                "1.4",
                RuleType.REQUIRED,
                "exactConcurrency",
                "At most W items MUST run, and W MUST run when W or more are accepted.",
                "With W + Q items accepted, exactly W downstream calls are in progress.");
    }

    @Override
    public Verdict check(Stage stage) {
        int limit = stage.limits().running();
        Fill running = stage.occupy();
        if (!running.submissions().stream().allMatch(Submission::accepted)) {
            throw new ConditionNotMetException("FILL: of W submissions to an idle provider not all were accepted");
        }
        if (!running.saturated()) {
            return Verdict.fail(stage.sink().log().mostAtOnce() + " of W = " + limit + " calls were in progress"
                    + ", though " + running.submissions().size() + " items were accepted");
        }
        stage.items(stage.limits().queued()).forEach(stage::submit);
        stage.linger();
        stage.settle();
        int most = stage.sink().log().mostAtOnce();
        stage.note("SINK saw at most " + most + " calls at once");
        return most == limit
                ? Verdict.pass()
                : Verdict.fail(most + " calls were in progress at once, not W = " + limit);
    }
}
