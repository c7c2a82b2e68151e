package dev.sluice.contract.tck.rules.deadlines;

import dev.sluice.contract.tck.stage.ConditionNotMetException;
import dev.sluice.contract.tck.stage.Item;
import dev.sluice.contract.tck.stage.Policies;
import dev.sluice.contract.tck.stage.Rule;
import dev.sluice.contract.tck.stage.RuleText;
import dev.sluice.contract.tck.stage.RuleType;
import dev.sluice.contract.tck.stage.Stage;
import dev.sluice.contract.tck.stage.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Rule 5.5: cancelling twice is cancelling once. */
final class CancelIdempotent implements Rule {
    @Override
    public RuleText text() {
        return new RuleText(
                "5.5",
                RuleType.REQUIRED,
                "cancelIdempotent",
                "Cancelling MUST be idempotent, without effect in a terminal state, and 404 for an unknown item.",
                "Three DELETEs of one item are answered 200 with the same end and free one slot; a COMPLETED item"
                        + " stays COMPLETED; an unknown one is 404.");
    }

    @Override
    public Verdict check(Stage before) {
        Stage stage = Policies.atLeast(before, 1, 2);
        List<String> faults = new ArrayList<>();
        stage.full();
        stage.settle();
        stage.occupied();
        Item cancelled = stage.item();
        stage.accept(cancelled);
        stage.accept(stage.item());
        List<String> answers = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            answers.add(stage.cancel(cancelled.id()));
        }
        if (!answers.stream().allMatch("CANCELLED"::equals)) {
            faults.add("three DELETEs of a queued item were answered " + answers + ", not CANCELLED");
        }
        long held = stage.limits().running() + 1L;
        if (!stage.usedBecomes(held)) {
            faults.add("used is " + stage.capacity().used() + " after three DELETEs of one item, not " + held);
        }
        tooMuchRoom(stage, stage.limits().limit() - held).ifPresent(faults::add);
        if (!faults.isEmpty()) {
            return Verdict.of(faults);
        }
        stage.settle();

        Item done = stage.accept(stage.item()).item();
        if (!stage.becomes(done.id(), "COMPLETED")) {
            throw new ConditionNotMetException(
                    "an item that the SINK answered is " + stage.state(done.id()) + ", not COMPLETED");
        }
        String answer = stage.cancel(done.id());
        String after = stage.state(done.id());
        if (!answer.equals("COMPLETED") || !after.equals("COMPLETED")) {
            faults.add("DELETE of a COMPLETED item was answered " + answer + " and left it " + after);
        }
        String unknown = stage.cancel(stage.item().id());
        if (!unknown.equals("404")) {
            faults.add("DELETE of an unknown item was answered " + unknown + ", not 404");
        }
        return Verdict.of(faults);
    }

    private static Optional<String> tooMuchRoom(Stage stage, long free) {
        long accepted = 0;
        for (int i = 0; i <= free; i++) {
            accepted += stage.submit(stage.item()).accepted() ? 1 : 0;
        }
        return accepted <= free
                ? Optional.empty()
                : Optional.of(accepted + " items were accepted after three DELETEs of one item, where " + free
                        + " slots were free");
    }
}
