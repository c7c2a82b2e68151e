package dev.sluice.contract.tck.rules.fairness;

import dev.sluice.contract.json.Json;
import dev.sluice.contract.tck.stage.ConditionNotMetException;
import dev.sluice.contract.tck.stage.Item;
import dev.sluice.contract.tck.stage.Policies;
import dev.sluice.contract.tck.stage.RefusalReason;
import dev.sluice.contract.tck.stage.Rule;
import dev.sluice.contract.tck.stage.RuleText;
import dev.sluice.contract.tck.stage.RuleType;
import dev.sluice.contract.tck.stage.Stage;
import dev.sluice.contract.tck.stage.Submission;
import dev.sluice.contract.tck.stage.Verdict;
import java.util.ArrayList;
import java.util.List;

/** Rule 7.3: a flood leaves the shares of others. */
final class TenantShare implements Rule {
    private static final String FLOOD = "tenant-flood";
    private static final String SHARED = "tenant-shared";
    private static final int PERCENT = 50;

    @Override
    public RuleText text() {
        return new RuleText(
                "7.3",
                RuleType.REQUIRED,
                "tenantShare",
                "With tenant_isolation, a tenant MUST NOT take another's guaranteed share.",
                "While one tenant has flooded it, it accepts the whole guaranteed share of another and starts its"
                        + " k-th item among the first 2k + W.");
    }

    @Override
    public Verdict check(Stage before) {
        Stage stage = Policies.under(
                before,
                policy -> Policies.features(Policies.room(policy, 1, 7), "tenantIsolation")
                        .with("tenantShares", Json.object().with(SHARED, Json.of(PERCENT))));
        int running = stage.limits().running();
        int share = stage.limits().limit() * PERCENT / 100;
        stage.sink().shut();
        int flooded = 0;
        Submission flood = stage.submit(of(stage, FLOOD));
        for (; flood.accepted(); flood = stage.submit(of(stage, FLOOD))) {
            flooded++;
            if (flooded > stage.limits().limit()) {
                throw new ConditionNotMetException(flooded + " items were accepted (rule 1.1)");
            }
        }
        List<String> faults = new ArrayList<>();
        int most = flooded;
        flood.notRefusedWith(RefusalReason.TENANT_QUOTA)
                .ifPresent(fault -> faults.add("after " + most + " items of a flood the next " + fault));
        List<String> shared = new ArrayList<>();
        for (int i = 0; i < share; i++) {
            Submission submission = stage.submit(of(stage, SHARED));
            if (submission.accepted()) {
                shared.add(submission.item().id());
            }
        }
        if (shared.size() < share) {
            faults.add(shared.size() + " of the " + share
                    + " items guaranteed to a tenant were accepted while another flooded");
            return Verdict.of(faults);
        }
        int soonest = Math.min(running, flooded);
        if (!stage.eventually(() -> stage.sink().log().begun().size() >= soonest)) {
            throw new ConditionNotMetException("fewer than W items began");
        }
        stage.linger();
        if (stage.sink().holding() > running) {
            throw new ConditionNotMetException(stage.sink().holding() + " items run at once (rule 1.4)");
        }
        List<String> begun = OneByOne.release(stage, flooded + share);
        int k = 0;
        for (int start = 1; start <= begun.size(); start++) {
            if (shared.contains(begun.get(start - 1)) && start > 2 * ++k + running) {
                faults.add("start " + k + " of the tenant with a share was start " + start
                        + " of all, not among the first " + (2 * k + running));
                break;
            }
        }
        return Verdict.of(faults);
    }

    private static Item of(Stage stage, String tenant) {
        return stage.item().with("tenant", Json.of(tenant));
    }
}
