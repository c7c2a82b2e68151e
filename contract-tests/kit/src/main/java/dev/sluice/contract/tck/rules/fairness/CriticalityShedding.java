package dev.sluice.contract.tck.rules.fairness;

import dev.sluice.contract.tck.stage.Policies;
import dev.sluice.contract.tck.stage.Rule;
import dev.sluice.contract.tck.stage.RuleText;
import dev.sluice.contract.tck.stage.RuleType;
import dev.sluice.contract.tck.stage.Stage;
import dev.sluice.contract.tck.stage.Verdict;

/** Rule 7.1: the least important is shed first. */
final class CriticalityShedding implements Rule {
    @Override
    public RuleText text() {
        return new RuleText(
                "7.1",
                RuleType.REQUIRED,
                "criticalityShedding",
                "With criticality_shedding, an item MUST NOT be admitted where one of higher criticality would be"
                        + " refused, and thresholds MUST be those of the policy.",
                "At each used it refuses with 503 SHED exactly the criticalities whose threshold used has"
                        + " reached, so never a higher one while it admits a lower one.");
    }

    @Override
    public Verdict check(Stage before) {
        Stage stage = Policies.under(
                before,
                policy -> SheddingTable.stepped(Policies.features(Policies.room(policy, 1, 4), "criticalityShedding")));
        return Verdict.of(SheddingTable.differences(stage));
    }
}
