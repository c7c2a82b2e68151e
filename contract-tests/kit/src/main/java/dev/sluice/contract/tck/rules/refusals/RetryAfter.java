package dev.sluice.contract.tck.rules.refusals;

import dev.sluice.contract.http.HttpReply;
import dev.sluice.contract.tck.stage.ConditionNotMetException;
import dev.sluice.contract.tck.stage.Rule;
import dev.sluice.contract.tck.stage.RuleText;
import dev.sluice.contract.tck.stage.RuleType;
import dev.sluice.contract.tck.stage.Stage;
import dev.sluice.contract.tck.stage.Submission;
import dev.sluice.contract.tck.stage.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Rule 3.2: a refusal that passes says how long to wait (RFC 9110, 10.2.3, in whole seconds only). */
final class RetryAfter implements Rule {
    private static final int REFUSALS = 3;
    private static final Pattern RESET = Pattern.compile(";\\s*t=([0-9]{1,15})");

    @Override
    public RuleText text() {
        return new RuleText(
                "3.2",
                RuleType.REQUIRED,
                "retryAfter",
                "A 429 or 503 MUST carry Retry-After in whole seconds x with 1 <= x <= ceil(max_backoff_ms / 1000),"
                        + " x = ceil(retry_after_ms / 1000), and x at least RateLimit's t where present.",
                "It sends Retry-After: ceil(retryAfterMs / 1000), never 0, a date or milliseconds.");
    }

    @Override
    public Verdict check(Stage stage) {
        stage.fill();
        List<String> faults = new ArrayList<>();
        int judged = 0;
        for (int i = 0; i < REFUSALS; i++) {
            Submission refused = Refusals.refuse(stage, stage.item());
            HttpReply reply = Stage.reply("the refusal", refused.exchange());
            if (reply.status() == 429 || reply.status() == 503) {
                judged++;
                List<String> values = reply.headers().all("Retry-After");
                stage.note("Retry-After " + values + ", body " + reply.excerpt());
                fault(values, reply, stage.limits().maxBackoffMs()).ifPresent(faults::add);
            }
        }
        if (judged == 0) {
            throw new ConditionNotMetException("no refusal was 429 or 503 (rule 3.4)");
        }
        return Verdict.of(faults.stream().distinct().toList());
    }

    private static Optional<String> fault(List<String> values, HttpReply reply, long maxBackoffMs) {
        if (values.size() != 1) {
            return Optional.of(
                    "a " + reply.status() + " has " + (values.isEmpty() ? "no" : values.size()) + " Retry-After");
        }
        String value = values.get(0);
        if (!value.matches("[0-9]{1,15}")) {
            return Optional.of("Retry-After \"" + value + "\" is no whole number of seconds");
        }
        long seconds = Long.parseLong(value);
        long most = ceilSeconds(maxBackoffMs);
        if (seconds < 1) {
            return Optional.of("Retry-After is " + seconds + ", below 1");
        }
        if (seconds > most) {
            return Optional.of("Retry-After is " + seconds + " seconds, above ceil(max_backoff_ms / 1000) = " + most);
        }
        Optional<Long> millis = Submission.object(reply).flatMap(body -> body.whole("retryAfterMs"));
        if (millis.filter(ms -> ceilSeconds(ms) == seconds).isEmpty()) {
            return Optional.of("Retry-After is " + seconds + ", retryAfterMs in the body "
                    + millis.map(String::valueOf).orElse("absent"));
        }
        Matcher reset = RESET.matcher(reply.headers().first("RateLimit").orElse(""));
        return reset.find() && Long.parseLong(reset.group(1)) > seconds
                ? Optional.of("Retry-After is " + seconds + ", below RateLimit's t = " + reset.group(1))
                : Optional.empty();
    }

    private static long ceilSeconds(long millis) {
        return Math.floorDiv(millis + 999, 1000L);
    }
}
