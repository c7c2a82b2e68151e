package dev.sluice.contract.tck.rules.bound;

import dev.sluice.contract.tck.stage.Rule;
import dev.sluice.contract.tck.stage.RuleText;
import dev.sluice.contract.tck.stage.RuleType;
import dev.sluice.contract.tck.stage.Stage;
import dev.sluice.contract.tck.stage.Submission;
import dev.sluice.contract.tck.stage.Verdict;
import java.util.ArrayList;
import java.util.List;

/** Rule 1.1: the bound holds one submission after another. */
final class BoundedAdmission implements Rule {
    private static final int FURTHER = 10;

    @Override
    public RuleText text() {
        return new RuleText(
                "1.1",
                RuleType.REQUIRED,
                "boundedAdmission",
                "A provider MUST NOT hold more than queue_limit queued and concurrency_limit running items.",
                "With W items running and Q queued it refuses every further submission, and no call beyond the W begins.");
    }

    @Override
    public Verdict check(Stage stage) {
        stage.fill();
        List<Submission> further = new ArrayList<>();
        for (int i = 0; i < FURTHER; i++) {
            Submission submission = stage.submit(stage.item());
            Stage.reply("a submission while full", submission.exchange());
            further.add(submission);
        }
        stage.linger();
        long accepted =
                further.stream().filter(submission -> !submission.refused()).count();
        int begun = stage.sink().log().begun().size();
        stage.note("SINK saw " + begun + " begins");

        List<String> faults = new ArrayList<>();
        if (accepted > 0) {
            faults.add(accepted + " of " + FURTHER + " submissions were accepted while W + Q = "
                    + (stage.limits().running() + stage.limits().queued()) + " items were held");
        }
        if (begun > stage.limits().running()) {
            faults.add(begun + " calls began while W = " + stage.limits().running() + " were held");
        }
        return Verdict.of(faults);
    }
}
