package dev.sluice.contract.tck.rules.accounts;

import dev.sluice.contract.http.Headers;
import dev.sluice.contract.http.HttpReply;
import dev.sluice.contract.http.HttpRequest;
import dev.sluice.contract.tck.stage.ConditionNotMetException;
import dev.sluice.contract.tck.stage.Item;
import dev.sluice.contract.tck.stage.Policies;
import dev.sluice.contract.tck.stage.Rule;
import dev.sluice.contract.tck.stage.RuleText;
import dev.sluice.contract.tck.stage.RuleType;
import dev.sluice.contract.tck.stage.Stage;
import dev.sluice.contract.tck.stage.Submission;
import dev.sluice.contract.tck.stage.Verdict;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Rule 9.3: one trace from the client to the downstream. */
final class TraceContext implements Rule {
    private static final Pattern TRACEPARENT = Pattern.compile("00-([0-9a-f]{32})-([0-9a-f]{16})-([0-9a-f]{2})");
    private static final String PARENT = "00f067aa0ba902b7";

    @Override
    public RuleText text() {
        return new RuleText(
                "9.3",
                RuleType.REQUIRED,
                "traceContext",
                "The trace-id of the submission MUST reach the downstream call and problem documents.",
                "The downstream call carries the trace-id of the submission under a parent-id of its own, also"
                        + " after a wait in the queue; a problem document carries it as traceId.");
    }

    @Override
    public Verdict check(Stage before) {
        Stage stage = Policies.atLeast(before, 1, 1);
        Random random = new Random(stage.venue().seed());
        List<String> faults = new ArrayList<>();
        stage.sink().shut();
        Map<String, String> sent = new LinkedHashMap<>();
        for (int i = 0; i < stage.limits().limit(); i++) {
            Item item = stage.item();
            String trace = trace(random);
            sent.put(item.id(), trace);
            HttpReply reply =
                    Stage.reply("a submission", stage.send(traced(item, "00-" + trace + "-" + PARENT + "-01")));
            if (reply.status() != 202) {
                throw new ConditionNotMetException("FILL with traceparent: " + reply.status());
            }
        }
        String refusedTrace = trace(random);
        HttpReply refused =
                Stage.reply("a refusal", stage.send(traced(stage.item(), "00-" + refusedTrace + "-" + PARENT + "-01")));
        inProblem(refused, refusedTrace, faults);
        HttpReply without = Stage.reply(
                "a refusal", stage.send(traced(stage.item(), "00-" + "0".repeat(32) + "-" + PARENT + "-01")));
        String made = Submission.object(without)
                .flatMap(problem -> problem.text("traceId"))
                .orElse("absent");
        if (!made.matches("(?!0{32})[0-9a-f]{32}")) {
            faults.add("without a valid traceparent a problem document has the traceId " + made);
        }
        stage.settle();
        int queuedFrom = stage.limits().running();
        int index = 0;
        for (Map.Entry<String, String> entry : sent.entrySet()) {
            String when = index++ < queuedFrom ? "at once" : "after a wait in the queue";
            String got = stage.sink()
                    .log()
                    .call(entry.getKey())
                    .flatMap(call -> call.headers().first("traceparent"))
                    .orElse("absent");
            stage.note("submitted under trace " + entry.getValue() + ", called " + when + " with " + got);
            Matcher matcher = TRACEPARENT.matcher(got);
            if (!matcher.matches()) {
                faults.add("the call of an item that began " + when + " has the traceparent " + got);
            } else if (!matcher.group(1).equals(entry.getValue())) {
                faults.add("the call of an item that began " + when + " has another trace-id than its submission");
            } else if (matcher.group(2).equals(PARENT)) {
                faults.add("the call of an item has the parent-id of its submission");
            }
        }
        return Verdict.of(faults.stream().distinct().toList());
    }

    private static void inProblem(HttpReply refused, String trace, List<String> faults) {
        if (refused.status() < 400) {
            throw new ConditionNotMetException(
                    "a submission to a full provider was answered " + refused.status() + " (rule 1.1)");
        }
        if (Submission.object(refused).isEmpty()) {
            throw new ConditionNotMetException("a refusal is no problem document (rule 3.1)");
        }
        String got = Submission.object(refused)
                .flatMap(problem -> problem.text("traceId"))
                .orElse("absent");
        if (!got.equals(trace)) {
            faults.add("the problem document has the traceId " + got + ", the request " + trace);
        }
    }

    private static HttpRequest traced(Item item, String traceparent) {
        HttpRequest plain = item.submission();
        return new HttpRequest(
                plain.method(),
                plain.target(),
                Headers.of("Content-Type", "application/json", "traceparent", traceparent),
                plain.body());
    }

    private static String trace(Random random) {
        return String.format(Locale.ROOT, "%016x%016x", random.nextLong() | 1, random.nextLong());
    }
}
