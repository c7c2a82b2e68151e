package dev.sluice.contract.tck.rules.clients;

import dev.sluice.contract.client.ClientProcess;
import dev.sluice.contract.client.ClientTask;
import dev.sluice.contract.http.HttpReply;
import dev.sluice.contract.tck.stage.ConditionNotMetException;
import dev.sluice.contract.tck.stage.RuleText;
import dev.sluice.contract.tck.stage.RuleType;
import dev.sluice.contract.tck.stage.Verdict;
import java.time.Duration;

/** Rule 11.7: what is not known is asked with one item. */
final class OneProbe implements ClientRule {
    private static final long TTL_MS = 300;
    private static final Duration WATCH = Duration.ofMillis(1500);

    @Override
    public RuleText text() {
        return new RuleText(
                "11.7",
                RuleType.REQUIRED,
                "oneProbe",
                "With an expired capacity document, at most one submission MUST be outstanding.",
                "When its document has expired and no other comes, it has at most one submission outstanding.");
    }

    @Override
    public Verdict check(ClientStage stage) {
        Part part = new Part() {
            @Override
            public HttpReply capacity(int order) {
                return Replies.capacity(0, TTL_MS);
            }
        };
        ClientTask task = ClientTask.of(8, ClientStage.retry(5, 10, 100, 2, 1000), stage.seed())
                .atOnce(8)
                .followingCapacity();
        try (PlayedProvider provider = new PlayedProvider(part, false, stage.clock());
                ClientProcess client = stage.start(task, provider)) {
            if (!stage.begins(() -> provider.capacityReads() > 0 || client.hasEnded()) || client.hasEnded()) {
                throw new ConditionNotMetException("the client did not read the capacity: " + client.output());
            }
            provider.fallSilent();
            stage.note("the provider falls silent; its document lives " + TTL_MS + " ms");
            stage.waitAtLeast(WATCH.plusMillis(TTL_MS));
            long outstanding = provider.arrivals().stream()
                    .filter(arrival -> arrival.answered() == 0)
                    .count();
            stage.note(outstanding + " submissions are outstanding");
            return outstanding <= 1
                    ? Verdict.pass()
                    : Verdict.fail(outstanding + " submissions were outstanding under an expired capacity document");
        }
    }
}
