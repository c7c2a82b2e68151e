package dev.sluice.contract.tck.rules.leases;

import dev.sluice.contract.json.Json;
import dev.sluice.contract.tck.stage.ConditionNotMetException;
import dev.sluice.contract.tck.stage.Item;
import dev.sluice.contract.tck.stage.Rule;
import dev.sluice.contract.tck.stage.RuleText;
import dev.sluice.contract.tck.stage.RuleType;
import dev.sluice.contract.tck.stage.Stage;
import dev.sluice.contract.tck.stage.Verdict;

/** Rule 4.1, second part: only acceptance takes a credit. */
final class RefusalsTakeNoCredit implements Rule {
    private static final int CREDITS = 2;

    @Override
    public RuleText text() {
        return new RuleText(
                "4.1",
                RuleType.REQUIRED,
                "refusalsTakeNoCredit",
                "Under a lease of n credits at most n items MUST be admitted; refusals MUST NOT take credits.",
                "After refusals under a lease of 2, for load and for other reasons, 2 items are still admitted"
                        + " under it.");
    }

    @Override
    public Verdict check(Stage before) {
        LeaseDesk desk = LeaseDesk.open(before, CREDITS + 2, 60_000);
        Stage stage = desk.stage();
        LeaseDesk.Granted lease = desk.acquireAll("a", CREDITS);
        stage.fill();
        int refused = 0;
        for (Item item : desk.items(CREDITS, lease)) {
            refused += stage.submit(item).refused() ? 1 : 0;
        }
        refused +=
                stage.submit(desk.item(lease).with("deadlineMs", Json.of("0"))).refused() ? 1 : 0;
        refused += stage.submit(desk.item(lease)
                                .with("attempt", Json.of(stage.limits().maxAttempts() + 1)))
                        .refused()
                ? 1
                : 0;
        if (refused != CREDITS + 2) {
            throw new ConditionNotMetException(
                    refused + " of " + (CREDITS + 2) + " submissions were refused (rules 1.1, 5.1, 6.4)");
        }
        stage.settle();
        stage.sink().shut();
        long accepted = 0;
        for (Item item : desk.items(CREDITS + 1, lease)) {
            accepted += stage.submit(item).accepted() ? 1 : 0;
        }
        desk.giveBack("a");
        return accepted == CREDITS
                ? Verdict.pass()
                : Verdict.fail(accepted + " items were accepted under a lease of " + CREDITS + " credits after "
                        + refused + " refusals under it");
    }
}
