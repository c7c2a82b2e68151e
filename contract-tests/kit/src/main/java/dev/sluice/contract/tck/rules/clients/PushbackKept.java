package dev.sluice.contract.tck.rules.clients;

import dev.sluice.contract.client.ClientTask;
import dev.sluice.contract.http.HttpReply;
import dev.sluice.contract.tck.stage.ConditionNotMetException;
import dev.sluice.contract.tck.stage.RefusalReason;
import dev.sluice.contract.tck.stage.RuleText;
import dev.sluice.contract.tck.stage.RuleType;
import dev.sluice.contract.tck.stage.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Rule 11.2: a client waits as it is told. */
final class PushbackKept implements ClientRule {
    private static final long WAIT_MS = 700;
    private static final long WAIT_SECONDS = 1;

    @Override
    public RuleText text() {
        return new RuleText(
                "11.2",
                RuleType.REQUIRED,
                "pushbackKept",
                "A client MUST wait at least Retry-After or the pushback; a negative pushback, or none with a"
                        + " refusal that is not retryable, MUST end the attempts.",
                "After retryAfterMs 700 it comes back 700 ms later or more, after Retry-After 1 a second later or"
                        + " more, and after -1 or a refusal that is not retryable never.");
    }

    @Override
    public Verdict check(ClientStage stage) {
        List<Arrival> arrivals =
                stage.play(ClientTask.of(4, ClientStage.retry(4, 1, 10, 2, 1000), stage.seed()), new Part() {
                    @Override
                    public Optional<HttpReply> work(Arrival arrival, int order) {
                        boolean first = arrival.attempt() <= 1;
                        return Optional.of(
                                switch (order) {
                                    case 0 -> first ? Replies.full(WAIT_MS) : Replies.accepted(arrival);
                                    case 1 -> first ? Replies.fullByHeader(WAIT_SECONDS) : Replies.accepted(arrival);
                                    case 2 -> Replies.full(-1);
                                    default -> Replies.hopeless(RefusalReason.DOWNSTREAM_NOT_ALLOWED);
                                });
                    }
                });
        List<List<Arrival>> items = stage.byItem(arrivals);
        if (items.size() < 4) {
            throw new ConditionNotMetException(items.size() + " of 4 items arrived");
        }
        List<String> faults = new ArrayList<>();
        gap(items.get(0), WAIT_MS, "retryAfterMs " + WAIT_MS, faults);
        gap(items.get(1), WAIT_SECONDS * 1000, "Retry-After " + WAIT_SECONDS, faults);
        ended(items.get(2), "a negative pushback", faults);
        ended(items.get(3), "a refusal that is not retryable", faults);
        return Verdict.of(faults);
    }

    private static void gap(List<Arrival> attempts, long least, String after, List<String> faults) {
        if (attempts.size() > 1 && ClientStage.gapMs(attempts, 0) < least) {
            faults.add("after " + after + " the next attempt came " + ClientStage.gapMs(attempts, 0) + " ms later");
        }
    }

    private static void ended(List<Arrival> attempts, String after, List<String> faults) {
        if (attempts.size() > 1) {
            faults.add("after " + after + " there were " + (attempts.size() - 1) + " more attempts");
        }
    }
}
