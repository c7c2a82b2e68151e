package dev.sluice.contract.tck.rules.once;

import dev.sluice.contract.http.HttpReply;
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

/** Rule 6.4: attempts end. */
final class AttemptsExhausted implements Rule {
    @Override
    public RuleText text() {
        return new RuleText(
                "6.4",
                RuleType.REQUIRED,
                "attemptsExhausted",
                "An attempt above max_attempts MUST be refused with 422, without Retry-After, and MUST NOT be"
                        + " executed.",
                "It accepts attempt = max_attempts and answers max_attempts + 1 with 422 ATTEMPTS_EXHAUSTED,"
                        + " without Retry-After and without a call.");
    }

    @Override
    public Verdict check(Stage stage) {
        long most = stage.limits().maxAttempts();
        List<String> faults = new ArrayList<>();
        Submission last = stage.submit(stage.item().with("attempt", Json.of(most)));
        Stage.reply("the last attempt", last.exchange());
        if (!last.accepted()) {
            faults.add("attempt " + most + " = max_attempts was answered " + last.summary() + ", not 202");
        }
        Submission beyond = stage.submit(stage.item().with("attempt", Json.of(most + 1)));
        HttpReply reply = Stage.reply("an attempt above max_attempts", beyond.exchange());
        beyond.notRefusedWith(RefusalReason.ATTEMPTS_EXHAUSTED)
                .ifPresent(
                        fault -> faults.add("attempt " + (most + 1) + " above max_attempts = " + most + " " + fault));
        if (!reply.headers().all("Retry-After").isEmpty()) {
            faults.add("the refusal of an attempt above max_attempts has a Retry-After");
        }
        stage.settle();
        stage.linger();
        if (stage.sink().log().begins(beyond.item().id()) > 0) {
            faults.add("an attempt above max_attempts was executed");
        }
        return Verdict.of(faults);
    }
}
