package dev.sluice.contract.tck.rules.clients;

import dev.sluice.contract.client.ClientProcess;
import dev.sluice.contract.client.ClientTask;
import dev.sluice.contract.http.HttpReply;
import dev.sluice.contract.tck.stage.ConditionNotMetException;
import dev.sluice.contract.tck.stage.RuleText;
import dev.sluice.contract.tck.stage.RuleType;
import dev.sluice.contract.tck.stage.Verdict;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Rule 11.1: a client submits what it has credits for. */
final class CreditsKept implements ClientRule {
    private static final int CREDITS = 5;
    private static final int ITEMS = 20;
    private static final Duration WATCH = Duration.ofMillis(1000);

    @Override
    public RuleText text() {
        return new RuleText(
                "11.1",
                RuleType.REQUIRED,
                "creditsKept",
                "A client MUST NOT exceed its credits.",
                "With 5 credits and 20 items it has sent 5 submissions, under the lease, and no more until it is"
                        + " granted more.");
    }

    @Override
    public Verdict check(ClientStage stage) {
        List<String> faults = new ArrayList<>();
        watch(stage, true, faults);
        watch(stage, false, faults);
        return Verdict.of(faults);
    }

    /** Grants once, and 0 from then on; the submissions are held, or accepted at once. */
    private static void watch(ClientStage stage, boolean held, List<String> faults) {
        Part part = new Part() {
            @Override
            public HttpReply lease(int order) {
                return Replies.lease("lease-" + order, order == 0 ? CREDITS : 0, 60_000);
            }
        };
        ClientTask task = ClientTask.of(ITEMS, ClientStage.retry(5, 100, 1000, 2, 1000), stage.seed())
                .atOnce(8)
                .underLease();
        try (PlayedProvider provider = new PlayedProvider(part, held, stage.clock());
                ClientProcess client = stage.start(task, provider)) {
            if (!stage.begins(() -> !provider.arrivals().isEmpty() || client.hasEnded())
                    || provider.arrivals().isEmpty()) {
                throw new ConditionNotMetException("the client submitted nothing: " + client.output());
            }
            stage.waitAtLeast(WATCH);
            List<Arrival> arrivals = provider.arrivals();
            String how = held ? "held" : "accepted";
            stage.note(CREDITS + " credits granted, " + arrivals.size() + " submissions arrived and were " + how);
            if (arrivals.size() > CREDITS) {
                faults.add(
                        arrivals.size() + " submissions arrived under " + CREDITS + " credits while they were " + how);
            }
            long without = arrivals.stream()
                    .filter(arrival -> !arrival.lease().equals(Optional.of("lease-0")))
                    .count();
            if (without > 0) {
                faults.add(without + " of " + arrivals.size() + " submissions did not name the lease");
            }
        }
    }
}
