package dev.sluice.contract.tck.rules.clients;

import dev.sluice.contract.client.ClientTask;
import dev.sluice.contract.http.HttpReply;
import dev.sluice.contract.tck.stage.RuleText;
import dev.sluice.contract.tck.stage.RuleType;
import dev.sluice.contract.tck.stage.Verdict;
import java.util.List;
import java.util.Optional;

/** Rule 11.5: retries have a budget. */
final class BudgetKept implements ClientRule {
    private static final int ITEMS = 100;
    private static final int EXPECTED = 104;

    @Override
    public RuleText text() {
        return new RuleText(
                "11.5",
                RuleType.REQUIRED,
                "budgetKept",
                "The retry budget MUST hold.",
                "100 items one after another that all fail make 104 submissions: the first is tried 5 times, then"
                        + " the bucket is half empty.");
    }

    @Override
    public Verdict check(ClientStage stage) {
        List<Arrival> arrivals =
                stage.play(ClientTask.of(ITEMS, ClientStage.retry(5, 1, 10, 2, 10), stage.seed()), new Part() {
                    @Override
                    public Optional<HttpReply> work(Arrival arrival, int order) {
                        return Optional.of(Replies.fullWithoutWait());
                    }
                });
        return arrivals.size() == EXPECTED
                ? Verdict.pass()
                : Verdict.fail(ITEMS + " items that all failed made " + arrivals.size() + " submissions, not "
                        + EXPECTED + ", with 10 tokens and 5 attempts");
    }
}
