package dev.sluice.contract.tck.rules.deadlines;

import dev.sluice.contract.tck.stage.Fill;
import dev.sluice.contract.tck.stage.Policies;
import dev.sluice.contract.tck.stage.Rule;
import dev.sluice.contract.tck.stage.RuleText;
import dev.sluice.contract.tck.stage.RuleType;
import dev.sluice.contract.tck.stage.Stage;
import dev.sluice.contract.tck.stage.Verdict;
import java.util.ArrayList;
import java.util.List;

/** Rule 5.4: cancelling makes room. */
final class CancelFreesSlot implements Rule {
    @Override
    public RuleText text() {
        return new RuleText(
                "5.4",
                RuleType.REQUIRED,
                "cancelFreesSlot",
                "Cancelling a queued or running item MUST free its slot.",
                "After DELETE of a queued item of a full provider the next submission is accepted; after DELETE"
                        + " of a running one its call is closed and the next submission is accepted.");
    }

    @Override
    public Verdict check(Stage before) {
        Stage stage = Policies.atLeast(before, 1, 1);
        Fill fill = stage.full();
        List<String> faults = new ArrayList<>();
        String queued = fill.id(stage.limits().limit() - 1);
        stage.cancel(queued);
        if (!acceptsAgain(stage)) {
            faults.add("after DELETE of a queued item no submission was accepted");
            return Verdict.of(faults);
        }
        String running = fill.id(0);
        stage.cancel(running);
        if (!stage.eventually(() -> stage.sink().log().abandoned().contains(running))) {
            faults.add("the downstream call of a running item was not aborted by DELETE");
        } else if (!acceptsAgain(stage)) {
            faults.add("after DELETE of a running item no submission was accepted");
        }
        if (!stage.becomes(queued, "CANCELLED")) {
            faults.add("the queued item is " + stage.state(queued) + " after DELETE, not CANCELLED");
        }
        return Verdict.of(faults);
    }

    private static boolean acceptsAgain(Stage stage) {
        boolean accepts = stage.eventually(() -> stage.sendQuietly(stage.item().submission())
                .answer()
                .filter(reply -> reply.status() == 202)
                .isPresent());
        stage.note("a further submission is " + (accepts ? "accepted" : "not accepted"));
        return accepts;
    }
}
