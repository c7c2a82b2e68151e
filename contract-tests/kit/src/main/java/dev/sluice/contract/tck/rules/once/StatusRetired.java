package dev.sluice.contract.tck.rules.once;

import dev.sluice.contract.json.Json;
import dev.sluice.contract.tck.stage.ConditionNotMetException;
import dev.sluice.contract.tck.stage.Item;
import dev.sluice.contract.tck.stage.Policies;
import dev.sluice.contract.tck.stage.Rule;
import dev.sluice.contract.tck.stage.RuleText;
import dev.sluice.contract.tck.stage.RuleType;
import dev.sluice.contract.tck.stage.Stage;
import dev.sluice.contract.tck.stage.Submission;
import dev.sluice.contract.tck.stage.Verdict;
import java.time.Duration;

/** Rule 6.3, optional part: what ended is forgotten. */
final class StatusRetired implements Rule {
    private static final long RETENTION_MS = 200;

    @Override
    public RuleText text() {
        return new RuleText(
                "6.3",
                RuleType.OPTIONAL,
                "statusRetired",
                "A status SHOULD be forgotten after retention_ms.",
                "After retention_ms its status is 404 or 410, and a submission of its id is a new item.");
    }

    @Override
    public Verdict check(Stage before) {
        Stage stage = Policies.under(
                before,
                policy -> policy.with("retentionMs", Json.of(RETENTION_MS))
                        .with(
                                "retry",
                                policy.object("retry")
                                        .orElse(Json.object())
                                        .with("initialBackoffMs", Json.of(10))
                                        .with("maxBackoffMs", Json.of(RETENTION_MS))));
        Item item = stage.accept(stage.item()).item();
        stage.settle();
        if (!stage.becomes(item.id(), "COMPLETED") && !stage.state(item.id()).matches("404|410")) {
            throw new ConditionNotMetException("the item is " + stage.state(item.id()) + ", not COMPLETED");
        }
        stage.waitAtLeast(Duration.ofMillis(RETENTION_MS));
        boolean retired = stage.eventually(() -> stage.state(item.id()).matches("404|410"));
        String state = stage.state(item.id());
        stage.note("after retention the status is " + state);
        if (!retired) {
            return Verdict.fail("after retention_ms = " + RETENTION_MS + " the status is still readable: " + state);
        }
        Submission again = stage.submit(item);
        return again.accepted()
                ? Verdict.pass()
                : Verdict.fail(
                        "submitted again after its retention, the id was answered " + again.summary() + ", not 202");
    }
}
