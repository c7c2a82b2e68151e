package dev.sluice.contract.tck.rules.change;

import dev.sluice.contract.http.HttpReply;
import dev.sluice.contract.http.HttpRequest;
import dev.sluice.contract.json.Json;
import dev.sluice.contract.tck.stage.ConditionNotMetException;
import dev.sluice.contract.tck.stage.NotApplicableException;
import dev.sluice.contract.tck.stage.Rule;
import dev.sluice.contract.tck.stage.RuleText;
import dev.sluice.contract.tck.stage.RuleType;
import dev.sluice.contract.tck.stage.Stage;
import dev.sluice.contract.tck.stage.Submission;
import dev.sluice.contract.tck.stage.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Rule 10.1: a bad policy changes nothing. */
final class InvalidPolicy implements Rule {
    @Override
    public RuleText text() {
        return new RuleText(
                "10.1",
                RuleType.REQUIRED,
                "invalidPolicy",
                "An invalid policy MUST be refused with 422 and change nothing.",
                "It answers each bad policy with 422 INVALID_POLICY and its violations, keeps policy and"
                        + " revision, and is still full at W + Q.");
    }

    @Override
    public Verdict check(Stage stage) {
        stage.full();
        stage.settle();
        Json.Obj good = stage.limits().policy();
        List<String> faults = new ArrayList<>();
        BadPolicies.of(good).forEach((what, text) -> {
            judge(stage, what, text, faults);
            if (!policy(stage).equals(good)) {
                faults.add("after a policy with " + what + " the policy in force is another than before");
            }
        });
        if (!faults.isEmpty()) {
            return Verdict.of(faults.stream().limit(6).toList());
        }
        stage.fill();
        Submission more = stage.submit(stage.item());
        if (!more.refused()) {
            faults.add("after the refusals a submission beyond W + Q was answered " + more.summary());
        }
        return Verdict.of(faults.stream().limit(6).toList());
    }

    private static void judge(Stage stage, String what, String text, List<String> faults) {
        HttpReply reply =
                Stage.reply("a policy with " + what, stage.sendQuietly(HttpRequest.json("PUT", "/v1/policy", text)));
        if (Set.of(401, 403, 404, 405, 501).contains(reply.status())) {
            throw new NotApplicableException(
                    "the policy cannot be changed: PUT /v1/policy is answered " + reply.status());
        }
        Optional<Json.Obj> problem = Submission.object(reply);
        String reason = problem.flatMap(body -> body.text("reason")).orElse("").replace("REFUSAL_REASON_", "");
        stage.note("PUT /v1/policy with " + what + " -> " + reply.status() + " " + reason);
        if (reply.status() != 422 || !reason.equals("INVALID_POLICY")) {
            faults.add("a policy with " + what + " was answered " + reply.status()
                    + (reason.isEmpty() ? "" : " " + reason) + ", not 422 INVALID_POLICY");
        } else if (problem.get().list("violations").isEmpty()) {
            faults.add("the refusal of a policy with " + what + " names no violation");
        }
    }

    private static Json.Obj policy(Stage stage) {
        return Submission.object(Stage.reply("GET /v1/policy", stage.sendQuietly(HttpRequest.of("GET", "/v1/policy"))))
                .orElseThrow(() -> new ConditionNotMetException("GET /v1/policy gave no JSON object"));
    }
}
