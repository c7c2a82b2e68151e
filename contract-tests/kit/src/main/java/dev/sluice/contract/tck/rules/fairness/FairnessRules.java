package dev.sluice.contract.tck.rules.fairness;

import dev.sluice.contract.tck.stage.Rule;
import java.util.List;

/** The rules of chapter 7. */
public final class FairnessRules {
    private FairnessRules() {}

    /** In the order of their numbers. */
    public static List<Rule> rules() {
        return List.of(new CriticalityShedding(), new PriorityDispatch(), new TenantShare());
    }
}
