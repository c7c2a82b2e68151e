package dev.sluice.contract.tck.rules.leases;

import dev.sluice.contract.tck.stage.ConditionNotMetException;
import dev.sluice.contract.tck.stage.Item;
import dev.sluice.contract.tck.stage.RefusalReason;
import dev.sluice.contract.tck.stage.Rule;
import dev.sluice.contract.tck.stage.RuleText;
import dev.sluice.contract.tck.stage.RuleType;
import dev.sluice.contract.tck.stage.Stage;
import dev.sluice.contract.tck.stage.Submission;
import dev.sluice.contract.tck.stage.Verdict;
import java.util.ArrayList;
import java.util.List;

/** Rule 4.2: a client has one lease. */
final class NewestLease implements Rule {
    private static final int FIRST = 5;
    private static final int SECOND = 3;

    @Override
    public RuleText text() {
        return new RuleText(
                "4.2",
                RuleType.REQUIRED,
                "newestLease",
                "The newest lease MUST replace the older one.",
                "After a lease of 5 and then one of 3 for the same client, exactly 3 items are admitted under the"
                        + " second and none under the first.");
    }

    @Override
    public Verdict check(Stage before) {
        LeaseDesk desk = LeaseDesk.open(before, 2 * (FIRST + SECOND), 60_000);
        Stage stage = desk.stage();
        stage.sink().shut();
        if (submitted(stage, desk, desk.acquireAll("a", 1), 2) != 1) {
            throw new ConditionNotMetException("a lease of 1 did not admit exactly 1 item (rule 4.1)");
        }
        LeaseDesk.Granted first = desk.acquireAll("b", FIRST);
        LeaseDesk.Granted second = desk.acquire("b", SECOND);
        List<String> faults = new ArrayList<>();
        if (second.credits() > SECOND) {
            faults.add(SECOND + " credits were asked for and " + second.credits() + " granted");
        }
        if (first.id().equals(second.id())) {
            stage.note("both leases have one id");
        } else {
            stage.submit(desk.item(first))
                    .notRefusedWith(RefusalReason.LEASE_EXPIRED)
                    .ifPresent(fault -> faults.add("under the lease that was replaced a submission " + fault));
        }
        long taken = submitted(stage, desk, second, FIRST + SECOND);
        if (taken != SECOND) {
            faults.add(taken + " items were accepted after a lease of " + FIRST + " was replaced by one of " + SECOND);
        }
        desk.giveBack("a", "b");
        return Verdict.of(faults);
    }

    private static long submitted(Stage stage, LeaseDesk desk, LeaseDesk.Granted lease, int items) {
        long accepted = 0;
        for (Item item : desk.items(items, lease)) {
            Submission submission = stage.submit(item);
            Stage.reply("a submission under a lease", submission.exchange());
            accepted += submission.accepted() ? 1 : 0;
        }
        return accepted;
    }
}
