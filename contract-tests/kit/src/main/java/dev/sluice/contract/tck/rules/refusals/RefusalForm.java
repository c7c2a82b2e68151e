package dev.sluice.contract.tck.rules.refusals;

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
import java.util.Optional;

/** Rule 3.1: a refusal is a problem document (RFC 9457) of a registered type. */
final class RefusalForm implements Rule {
    @Override
    public RuleText text() {
        return new RuleText(
                "3.1",
                RuleType.REQUIRED,
                "refusalForm",
                "A refusal MUST be application/problem+json with a registered type, its reason, and a status equal to the"
                        + " HTTP status.",
                "It answers a submission while full with 503 and a problem document of type"
                        + " urn:sluice:problem:queue-full whose status is 503.");
    }

    @Override
    public Verdict check(Stage stage) {
        stage.fill();
        Submission refused = Refusals.refuse(stage, stage.item());
        HttpReply reply = Stage.reply("the refusal", refused.exchange());
        stage.note("refusal " + reply.status() + " " + reply.mediaType() + " " + reply.excerpt());
        List<String> faults = new ArrayList<>();
        if (reply.status() < 400) {
            faults.add("the HTTP status " + reply.status() + " of a refusal is no error");
        }
        if (!reply.mediaType().equals("application/problem+json")) {
            faults.add("Content-Type is \"" + reply.mediaType() + "\", not application/problem+json");
        }
        Optional<Json.Obj> body = Submission.object(reply);
        if (body.isEmpty()) {
            faults.add("the body is no JSON object");
        } else {
            judge(body.get(), reply.status(), faults);
        }
        return Verdict.of(faults);
    }

    private static void judge(Json.Obj problem, int httpStatus, List<String> faults) {
        String type = problem.text("type").orElse("");
        String reason = problem.text("reason").orElse("");
        Optional<RefusalReason> typed = RefusalReason.ofType(type);
        Optional<RefusalReason> named = RefusalReason.ofWireName(reason);
        if (typed.isEmpty()) {
            faults.add("type \"" + type + "\" is not registered");
        }
        if (named.isEmpty()) {
            faults.add("reason \"" + reason + "\" is not registered");
        }
        if (typed.isPresent() && named.isPresent() && !typed.equals(named)) {
            faults.add("type " + type + " does not go with reason " + reason);
        }
        Optional<Long> status = problem.whole("status");
        if (status.filter(value -> value == httpStatus).isEmpty()) {
            faults.add("status in the body is " + status.map(String::valueOf).orElse("absent") + ", the HTTP status "
                    + httpStatus);
        }
        if (problem.text("title").orElse("").isEmpty()) {
            faults.add("title is absent");
        }
        if (named.filter(RefusalReason::showsLoad).isPresent()
                && problem.get("retryable").filter(new Json.Bool(true)::equals).isEmpty()) {
            faults.add("a refusal with reason " + reason + " is not retryable");
        }
        if (named.filter(RefusalReason::showsLoad).isPresent()
                && problem.object("capacity").isEmpty()) {
            faults.add("a refusal with reason " + reason + " has no capacity");
        }
    }
}
