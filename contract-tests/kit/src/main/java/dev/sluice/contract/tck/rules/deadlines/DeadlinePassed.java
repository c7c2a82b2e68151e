package dev.sluice.contract.tck.rules.deadlines;

import dev.sluice.contract.json.Json;
import dev.sluice.contract.tck.stage.RefusalReason;
import dev.sluice.contract.tck.stage.Rule;
import dev.sluice.contract.tck.stage.RuleText;
import dev.sluice.contract.tck.stage.RuleType;
import dev.sluice.contract.tck.stage.Stage;
import dev.sluice.contract.tck.stage.Submission;
import dev.sluice.contract.tck.stage.Verdict;
import java.util.ArrayList;
import java.util.List;

/** Rule 5.1: what is too late is refused. */
final class DeadlinePassed implements Rule {
    @Override
    public RuleText text() {
        return new RuleText(
                "5.1",
                RuleType.REQUIRED,
                "deadlinePassed",
                "deadline_ms of 0 or below MUST be refused with 504 and MUST NOT be executed.",
                "It answers deadline 0, -1 and the least 64-bit number with 504 DEADLINE_EXCEEDED, and no call"
                        + " begins for them.");
    }

    @Override
    public Verdict check(Stage stage) {
        List<String> faults = new ArrayList<>();
        for (String deadline : List.of("0", "-1", "-9223372036854775808")) {
            Submission late = stage.submit(stage.item().with("deadlineMs", Json.of(deadline)));
            late.notRefusedWith(RefusalReason.DEADLINE_EXCEEDED)
                    .ifPresent(fault -> faults.add("deadline " + deadline + " " + fault));
            stage.linger();
            long begins = stage.sink().log().begins(late.item().id());
            if (begins > 0) {
                faults.add("an item with deadline " + deadline + " was executed");
            }
        }
        return Verdict.of(faults);
    }
}
