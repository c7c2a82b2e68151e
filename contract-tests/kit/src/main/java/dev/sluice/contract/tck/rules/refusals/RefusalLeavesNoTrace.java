package dev.sluice.contract.tck.rules.refusals;

import dev.sluice.contract.http.HttpReply;
import dev.sluice.contract.http.HttpRequest;
import dev.sluice.contract.tck.stage.Item;
import dev.sluice.contract.tck.stage.Rule;
import dev.sluice.contract.tck.stage.RuleText;
import dev.sluice.contract.tck.stage.RuleType;
import dev.sluice.contract.tck.stage.Stage;
import dev.sluice.contract.tck.stage.Submission;
import dev.sluice.contract.tck.stage.Verdict;
import java.util.ArrayList;
import java.util.List;

/** Rule 3.3: a refused item is neither executed nor remembered. */
final class RefusalLeavesNoTrace implements Rule {
    @Override
    public RuleText text() {
        return new RuleText(
                "3.3",
                RuleType.REQUIRED,
                "refusalLeavesNoTrace",
                "A refused item MUST leave no trace.",
                "It never calls downstream for the refused item, answers 404 for it, and accepts it with 202 when it is"
                        + " submitted again.");
    }

    @Override
    public Verdict check(Stage stage) {
        stage.fill();
        Item item = stage.item();
        Refusals.refuse(stage, item);
        stage.settle();
        stage.linger();

        List<String> faults = new ArrayList<>();
        long begun =
                stage.sink().log().begun().stream().filter(item.id()::equals).count();
        stage.note("SINK saw " + begun + " begins of " + item.id());
        if (begun > 0) {
            faults.add("the refused item was executed: the SINK saw it " + begun + " times");
        }
        HttpReply status =
                Stage.reply("GET of the refused item", stage.send(HttpRequest.of("GET", "/v1/work/" + item.id())));
        if (status.status() != 404) {
            faults.add("GET of the refused item is " + status.status() + ", not 404");
        }
        Submission again = stage.submit(item);
        Stage.reply("the second submission", again.exchange());
        if (!again.accepted()) {
            faults.add("submitted again, the refused item was answered " + again.summary() + ", not 202");
        }
        return Verdict.of(faults);
    }
}
