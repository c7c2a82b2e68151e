package dev.sluice.contract.tck.rules.clients;

import dev.sluice.contract.client.ClientTask;
import dev.sluice.contract.http.HttpReply;
import dev.sluice.contract.json.Json;
import dev.sluice.contract.tck.stage.ConditionNotMetException;
import dev.sluice.contract.tck.stage.InFlight;
import dev.sluice.contract.tck.stage.RuleText;
import dev.sluice.contract.tck.stage.RuleType;
import dev.sluice.contract.tck.stage.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Rule 11.4: clients do not come back all at once. */
final class JitterKept implements ClientRule {
    private static final int CLIENTS = 4;
    private static final int ITEMS = 8;
    private static final int DISTINCT = 16;

    @Override
    public RuleText text() {
        return new RuleText(
                "11.4",
                RuleType.STOCHASTIC,
                "jitterKept",
                "Delays MUST be spread at random.",
                "Of 32 first gaps of clients with seeds of their own at least 16 differ by a millisecond.");
    }

    @Override
    public Verdict check(ClientStage stage) {
        Part part = new Part() {
            @Override
            public Optional<HttpReply> work(Arrival arrival, int order) {
                return Optional.of(Replies.fullWithoutWait());
            }
        };
        Json.Obj retry = ClientStage.retry(2, 1000, 1000, 1, 1000);
        List<InFlight<List<Arrival>>> clients = new ArrayList<>();
        for (int i = 0; i < CLIENTS; i++) {
            ClientTask task =
                    ClientTask.of(ITEMS, retry, stage.seed() + 7919L * i).atOnce(ITEMS);
            clients.add(InFlight.begin(() -> stage.play(task, part)));
        }
        Set<Long> gaps = new TreeSet<>();
        int count = 0;
        for (InFlight<List<Arrival>> client : clients) {
            for (List<Arrival> attempts : stage.byItem(client.result())) {
                if (attempts.size() > 1) {
                    gaps.add(ClientStage.gapMs(attempts, 0));
                    count++;
                }
            }
        }
        stage.note(count + " first gaps, " + gaps.size() + " distinct: " + gaps);
        if (count < CLIENTS * ITEMS) {
            throw new ConditionNotMetException("there were " + count + " first gaps, not " + CLIENTS * ITEMS);
        }
        return gaps.size() >= DISTINCT
                ? Verdict.pass()
                : Verdict.fail(
                        "of " + count + " first gaps " + gaps.size() + " are distinct at 1 ms, fewer than " + DISTINCT);
    }
}
