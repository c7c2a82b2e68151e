package dev.sluice.contract.tck.rules.recovery;

import dev.sluice.contract.tck.stage.ConditionNotMetException;
import dev.sluice.contract.tck.stage.Policies;
import dev.sluice.contract.tck.stage.Rule;
import dev.sluice.contract.tck.stage.RuleText;
import dev.sluice.contract.tck.stage.RuleType;
import dev.sluice.contract.tck.stage.Stage;
import dev.sluice.contract.tck.stage.Submission;
import dev.sluice.contract.tck.stage.Verdict;
import java.util.Optional;

/** Rule 8.2: slots come back, whatever the end. */
final class NoLeak implements Rule {
    @Override
    public RuleText text() {
        return new RuleText(
                "8.2",
                RuleType.REQUIRED,
                "noLeak",
                "No capacity may leak.",
                "After every cycle of items that succeed, fail, break, expire and are cancelled it takes exactly"
                        + " W + Q items again.");
    }

    @Override
    public Verdict check(Stage before) {
        Stage stage = Policies.atLeast(before, 2, 2);
        full(stage).ifPresent(fault -> {
            throw new ConditionNotMetException("before the first cycle " + fault);
        });
        for (int cycle = 1; cycle <= stage.profile().rounds(); cycle++) {
            int number = cycle;
            Optional<String> fault = cycle(stage);
            if (fault.isPresent()) {
                return Verdict.fail("in cycle " + number + " " + fault.get());
            }
        }
        return Verdict.pass();
    }

    /** A FILL before the first cycle showed what the provider can be brought to: what it cannot be brought to later has leaked. */
    private static Optional<String> cycle(Stage stage) {
        try {
            MixedWork.play(stage);
            stage.settle();
            return full(stage);
        } catch (ConditionNotMetException notMet) {
            stage.venue().goOn();
            return Optional.of(notMet.condition());
        }
    }

    /** What is wrong with FILL and one submission more. */
    private static Optional<String> full(Stage stage) {
        try {
            stage.fill();
        } catch (ConditionNotMetException notFilled) {
            return Optional.of(notFilled.condition());
        }
        Submission more = stage.submit(stage.item());
        stage.settle();
        return more.refused()
                ? Optional.empty()
                : Optional.of("a full provider answered a submission " + more.summary());
    }
}
