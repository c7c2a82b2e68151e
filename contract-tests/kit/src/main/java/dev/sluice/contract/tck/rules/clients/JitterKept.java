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

/**
 * Rule 11.4: clients do not come back all at once. The jitter of a backoff of 1 s spreads over 400 ms. Of 32 gaps so many differ by 10 ms, but for one run in
 * a hundred million; the delays of a busy machine stay below, at the latest in the second gap, when a client has its code at hand.
 */
final class JitterKept implements ClientRule {
    private static final int CLIENTS = 4;
    private static final int ITEMS = 8;
    private static final int GAPS = 2;
    private static final int TICK_MS = 10;
    private static final int DISTINCT = 12;

    @Override
    public RuleText text() {
        return new RuleText(
                "11.4",
                RuleType.STOCHASTIC,
                "jitterKept",
                "Delays MUST be spread at random.",
                "Of 32 first gaps of clients with seeds of their own at least 12 differ by 10 ms, and of the second gaps too.");
    }

    @Override
    public Verdict check(ClientStage stage) {
        Part part = new Part() {
            @Override
            public Optional<HttpReply> work(Arrival arrival, int order) {
                return Optional.of(Replies.fullWithoutWait());
            }
        };
        Json.Obj retry = ClientStage.retry(1 + GAPS, 1000, 1000, 1, 1000);
        List<InFlight<List<Arrival>>> clients = new ArrayList<>();
        for (int i = 0; i < CLIENTS; i++) {
            ClientTask task =
                    ClientTask.of(ITEMS, retry, stage.seed() + 7919L * i).atOnce(ITEMS);
            clients.add(InFlight.begin(() -> stage.play(task, part)));
        }
        List<List<Arrival>> items = new ArrayList<>();
        for (InFlight<List<Arrival>> client : clients) {
            items.addAll(stage.byItem(client.result()));
        }
        for (int gap = 0; gap < GAPS; gap++) {
            Verdict verdict = judge(stage, gap, items);
            if (verdict.outcome() != Verdict.Outcome.PASS) {
                return verdict;
            }
        }
        return Verdict.pass();
    }

    private static Verdict judge(ClientStage stage, int gap, List<List<Arrival>> items) {
        List<Long> gaps = items.stream()
                .filter(attempts -> attempts.size() > gap + 1)
                .map(attempts -> ClientStage.gapMs(attempts, gap))
                .sorted()
                .toList();
        String which = gap == 0 ? "first" : "second";
        if (gaps.size() < CLIENTS * ITEMS) {
            throw new ConditionNotMetException(
                    "there were " + gaps.size() + " " + which + " gaps, not " + CLIENTS * ITEMS);
        }
        long distinct = gaps.stream().map(ms -> ms / TICK_MS).distinct().count();
        stage.note(gaps.size() + " " + which + " gaps, " + distinct + " distinct at " + TICK_MS + " ms: " + gaps);
        return distinct >= DISTINCT
                ? Verdict.pass()
                : Verdict.fail("of " + gaps.size() + " " + which + " gaps " + distinct + " are distinct at " + TICK_MS
                        + " ms, fewer than " + DISTINCT);
    }
}
