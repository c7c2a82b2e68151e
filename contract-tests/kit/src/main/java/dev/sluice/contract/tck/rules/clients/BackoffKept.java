package dev.sluice.contract.tck.rules.clients;

import dev.sluice.contract.client.ClientTask;
import dev.sluice.contract.http.HttpReply;
import dev.sluice.contract.json.Json;
import dev.sluice.contract.tck.stage.ConditionNotMetException;
import dev.sluice.contract.tck.stage.RuleText;
import dev.sluice.contract.tck.stage.RuleType;
import dev.sluice.contract.tck.stage.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Rule 11.3: waits grow. */
final class BackoffKept implements ClientRule {
    private static final int ATTEMPTS = 5;
    private static final long INITIAL_MS = 50;
    private static final long MAX_MS = 1000;
    private static final int MULTIPLIER = 4;

    @Override
    public RuleText text() {
        return new RuleText(
                "11.3",
                RuleType.REQUIRED,
                "backoffKept",
                "Without pushback, gap k MUST be at least 0.8 min(initial_backoff_ms * multiplier^(k-1),"
                        + " max_backoff_ms).",
                "Its gaps are at least 40, 160, 640 and 800 ms for 50 ms, multiplier 4 and at most 1,000 ms.");
    }

    @Override
    public Verdict check(ClientStage stage) {
        Json.Obj retry = ClientStage.retry(ATTEMPTS, INITIAL_MS, MAX_MS, MULTIPLIER, 1000);
        List<Arrival> arrivals =
                stage.play(ClientTask.of(2, retry, stage.seed()).atOnce(2), new Part() {
                    @Override
                    public Optional<HttpReply> work(Arrival arrival, int order) {
                        return Optional.of(Replies.fullWithoutWait());
                    }
                });
        List<String> faults = new ArrayList<>();
        int gaps = 0;
        for (List<Arrival> attempts : stage.byItem(arrivals)) {
            double backoff = INITIAL_MS;
            for (int k = 1; k < attempts.size(); k++) {
                gaps++;
                long least = (long) (0.8 * Math.min(backoff, MAX_MS));
                long gap = ClientStage.gapMs(attempts, k - 1);
                if (gap < least) {
                    faults.add("gap " + k + " is " + gap + " ms, below " + least + " ms");
                }
                backoff *= MULTIPLIER;
            }
        }
        if (gaps == 0) {
            throw new ConditionNotMetException("the client made no second attempt");
        }
        return Verdict.of(faults.stream().distinct().toList());
    }
}
