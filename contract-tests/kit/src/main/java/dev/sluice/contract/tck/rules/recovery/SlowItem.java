package dev.sluice.contract.tck.rules.recovery;

import dev.sluice.contract.tck.stage.ConditionNotMetException;
import dev.sluice.contract.tck.stage.Fill;
import dev.sluice.contract.tck.stage.Item;
import dev.sluice.contract.tck.stage.Policies;
import dev.sluice.contract.tck.stage.Rule;
import dev.sluice.contract.tck.stage.RuleText;
import dev.sluice.contract.tck.stage.RuleType;
import dev.sluice.contract.tck.stage.Stage;
import dev.sluice.contract.tck.stage.Submission;
import dev.sluice.contract.tck.stage.Verdict;
import java.util.List;

/** Rule 8.3: one slow item does not stop the rest. */
final class SlowItem implements Rule {
    private static final int ROUNDS = 5;

    @Override
    public RuleText text() {
        return new RuleText(
                "8.3",
                RuleType.REQUIRED,
                "slowItem",
                "One slow item MUST NOT stop others.",
                "While one item is held, five times Q others complete.");
    }

    @Override
    public Verdict check(Stage before) {
        Stage stage = Policies.atLeast(before, 2, 2);
        Fill running = stage.occupy();
        if (!running.saturated() && running.submissions().stream().allMatch(Submission::accepted)) {
            throw new ConditionNotMetException("W accepted items do not run at once (rule 1.4)");
        }
        stage.settle();
        Item slow = stage.item();
        stage.sink().withhold(slow.id());
        stage.accept(slow);
        if (!stage.eventually(() -> stage.sink().log().begins(slow.id()) == 1)) {
            throw new ConditionNotMetException("the item to be held did not begin");
        }
        stage.note("the SINK holds " + slow.id());
        int queue = Math.min(stage.limits().queued(), 40);
        for (int round = 1; round <= ROUNDS; round++) {
            List<Item> others = stage.items(queue);
            List<String> ids = others.stream().map(Item::id).toList();
            List<Submission> submissions = stage.submitTogether(others);
            long accepted = submissions.stream().filter(Submission::accepted).count();
            if (accepted < queue) {
                return Verdict.fail("while one item was held, " + accepted + " of " + queue
                        + " submissions at once were accepted though there was room: "
                        + submissions.stream()
                                .filter(one -> !one.accepted())
                                .findFirst()
                                .map(Submission::summary)
                                .orElse(""));
            }
            boolean done = stage.eventually(
                    () -> ids.stream().allMatch(id -> stage.state(id).equals("COMPLETED")));
            long begun = ids.stream()
                    .filter(id -> stage.sink().log().begins(id) == 1)
                    .count();
            stage.note("round " + round + ": " + begun + " of " + queue + " others began while it was held");
            if (!done) {
                return Verdict.fail("while one item was held, " + begun + " of " + queue
                        + " others began, and not all were COMPLETED");
            }
        }
        return stage.sink().holding() == 1
                ? Verdict.pass()
                : Verdict.fail("the item that the SINK holds was abandoned while others ran");
    }
}
