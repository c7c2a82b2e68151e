package dev.sluice.contract.tck.rules.deadlines;

import dev.sluice.contract.json.Json;
import dev.sluice.contract.tck.stage.ConditionNotMetException;
import dev.sluice.contract.tck.stage.Item;
import dev.sluice.contract.tck.stage.Policies;
import dev.sluice.contract.tck.stage.Rule;
import dev.sluice.contract.tck.stage.RuleText;
import dev.sluice.contract.tck.stage.RuleType;
import dev.sluice.contract.tck.stage.Stage;
import dev.sluice.contract.tck.stage.Verdict;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Rule 5.2: a deadline goes on in the queue. */
final class ExpiredInQueue implements Rule {
    private static final long DEADLINE_MS = 100;

    @Override
    public RuleText text() {
        return new RuleText(
                "5.2",
                RuleType.REQUIRED,
                "expiredInQueue",
                "A queued item whose deadline has passed MUST NOT start.",
                "An item whose deadline passes while it is queued becomes EXPIRED, and no call begins for it.");
    }

    @Override
    public Verdict check(Stage before) {
        Stage stage = Policies.atLeast(before, 1, 1);
        stage.occupied();
        Item item = stage.item().with("deadlineMs", Json.of(Long.toString(DEADLINE_MS)));
        stage.accept(item);
        stage.waitAtLeast(Duration.ofMillis(DEADLINE_MS + DEADLINE_MS / 2));
        stage.note(DEADLINE_MS + DEADLINE_MS / 2 + " ms have passed since its 202");
        if (stage.sink().log().begins(item.id()) > 0) {
            throw new ConditionNotMetException("the item began while W items ran (rule 1.4)");
        }
        stage.settles();
        stage.linger();
        List<String> faults = new ArrayList<>();
        if (stage.sink().log().begins(item.id()) > 0) {
            faults.add("an item of " + DEADLINE_MS + " ms began after " + (DEADLINE_MS + DEADLINE_MS / 2)
                    + " ms in the queue");
        }
        String state = stage.state(item.id());
        if (!state.equals("EXPIRED")) {
            faults.add("its state is " + state + ", not EXPIRED");
        }
        return Verdict.of(faults);
    }
}
