package dev.sluice.contract.tck.rules.clients;

import dev.sluice.contract.client.ClientTask;
import dev.sluice.contract.http.HttpReply;
import dev.sluice.contract.tck.stage.RefusalReason;
import dev.sluice.contract.tck.stage.RuleText;
import dev.sluice.contract.tck.stage.RuleType;
import dev.sluice.contract.tck.stage.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Rule 11.6: attempts are counted, and some failures end them. */
final class AttemptsCounted implements ClientRule {
    private static final int MOST = 4;
    private static final List<RefusalReason> HOPELESS =
            List.of(RefusalReason.MALFORMED, RefusalReason.WORK_ID_REUSED, RefusalReason.DEADLINE_EXCEEDED);
    private static final int ITEMS = 2 + 3;

    @Override
    public RuleText text() {
        return new RuleText(
                "11.6",
                RuleType.REQUIRED,
                "attemptsCounted",
                "attempt MUST rise by 1 under the same work_id and never exceed the maximum; deadline_ms MUST"
                        + " strictly decrease; 400, 422 and 504 MUST NOT be retried.",
                "Attempts 1, 2, 3, 4 carry one work_id and falling deadlines; 400, 422 and 504 are sent once.");
    }

    @Override
    public Verdict check(ClientStage stage) {
        List<Arrival> arrivals =
                stage.play(ClientTask.of(ITEMS, ClientStage.retry(MOST, 20, 100, 2, 1000), stage.seed()), new Part() {
                    @Override
                    public Optional<HttpReply> work(Arrival arrival, int order) {
                        if (order == 0) {
                            return Optional.of(Replies.fullWithoutWait());
                        }
                        if (order <= HOPELESS.size()) {
                            return Optional.of(Replies.hopeless(HOPELESS.get(order - 1)));
                        }
                        return arrival.attempt() <= 1 ? Optional.empty() : Optional.of(Replies.accepted(arrival));
                    }
                });
        List<List<Arrival>> items = stage.byItem(arrivals);
        List<String> faults = new ArrayList<>();
        if (items.size() > ITEMS) {
            faults.add(ITEMS + " items were sent under " + items.size() + " work ids");
            return Verdict.of(faults);
        }
        items.forEach(attempts -> counted(attempts, faults));
        for (int i = 1; i <= HOPELESS.size() && i < items.size(); i++) {
            if (items.get(i).size() > 1) {
                faults.add("after " + HOPELESS.get(i - 1).status() + " there were "
                        + (items.get(i).size() - 1) + " more attempts");
            }
        }
        return Verdict.of(faults.stream().distinct().toList());
    }

    private static void counted(List<Arrival> attempts, List<String> faults) {
        if (attempts.size() > MOST) {
            faults.add("an item was sent " + attempts.size() + " times, with max_attempts " + MOST);
        }
        for (int i = 0; i < attempts.size(); i++) {
            if (attempts.get(i).attempt() != i + 1) {
                faults.add("submission " + (i + 1) + " of an item has the attempt "
                        + attempts.get(i).attempt());
            }
            if (i > 0 && attempts.get(i).deadline() >= attempts.get(i - 1).deadline()) {
                faults.add("the deadline of attempt " + (i + 1) + " is "
                        + attempts.get(i).deadline() + ", after "
                        + attempts.get(i - 1).deadline());
            }
        }
    }
}
