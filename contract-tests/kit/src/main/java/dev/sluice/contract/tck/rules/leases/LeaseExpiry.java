package dev.sluice.contract.tck.rules.leases;

import dev.sluice.contract.tck.stage.ConditionNotMetException;
import dev.sluice.contract.tck.stage.RefusalReason;
import dev.sluice.contract.tck.stage.Rule;
import dev.sluice.contract.tck.stage.RuleText;
import dev.sluice.contract.tck.stage.RuleType;
import dev.sluice.contract.tck.stage.Stage;
import dev.sluice.contract.tck.stage.Submission;
import dev.sluice.contract.tck.stage.Verdict;
import java.time.Duration;
import java.util.Optional;

/** Rule 4.3: a lease ends. */
final class LeaseExpiry implements Rule {
    private static final long TTL_MS = 400;

    @Override
    public RuleText text() {
        return new RuleText(
                "4.3",
                RuleType.REQUIRED,
                "leaseExpiry",
                "After ttl_ms a lease MUST be worth 0.",
                "A submission after the ttl of its lease is refused with 429 LEASE_EXPIRED, whether or not the"
                        + " lease was used meanwhile.");
    }

    @Override
    public Verdict check(Stage before) {
        LeaseDesk desk = LeaseDesk.open(before, 4, TTL_MS);
        Stage stage = desk.stage();
        stage.sink().shut();
        LeaseDesk.Granted lease = desk.acquireAll("a", 3);
        if (lease.ttlMs() > TTL_MS || lease.ttlMs() < 1) {
            throw new ConditionNotMetException(
                    "the policy's lease_ttl_ms is " + TTL_MS + ", the lease's ttlMs " + lease.ttlMs());
        }
        stage.waitSince(lease.received(), Duration.ofMillis(lease.ttlMs() * 5 / 8));
        stage.submit(desk.item(lease));
        stage.waitSince(lease.received(), Duration.ofMillis(lease.ttlMs()));
        stage.note(lease.ttlMs() + " ms have passed since the lease was received");
        Submission late = stage.submit(desk.item(lease));
        Optional<String> fault = late.notRefusedWith(RefusalReason.LEASE_EXPIRED);
        desk.giveBack("a");
        return fault.map(what -> Verdict.fail(
                        lease.ttlMs() + " ms after a lease of " + lease.ttlMs() + " ms a submission under it " + what))
                .orElse(Verdict.pass());
    }
}
