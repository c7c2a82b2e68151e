package dev.sluice.contract.tck.rules;

import dev.sluice.contract.tck.rules.accounts.AccountRules;
import dev.sluice.contract.tck.rules.bound.BoundRules;
import dev.sluice.contract.tck.rules.capacity.CapacityRules;
import dev.sluice.contract.tck.rules.change.ChangeRules;
import dev.sluice.contract.tck.rules.deadlines.DeadlineRules;
import dev.sluice.contract.tck.rules.fairness.FairnessRules;
import dev.sluice.contract.tck.rules.leases.LeaseRules;
import dev.sluice.contract.tck.rules.once.OnceRules;
import dev.sluice.contract.tck.rules.recovery.RecoveryRules;
import dev.sluice.contract.tck.rules.refusals.RefusalRules;
import dev.sluice.contract.tck.stage.Rule;
import java.util.List;
import java.util.stream.Stream;

/** The rules for providers, in the order in which they run. */
public final class Catalogue {
    private static final List<Rule> RULES = Stream.of(
                    BoundRules.rules(),
                    CapacityRules.rules(),
                    RefusalRules.rules(),
                    LeaseRules.rules(),
                    DeadlineRules.rules(),
                    OnceRules.rules(),
                    FairnessRules.rules(),
                    RecoveryRules.rules(),
                    AccountRules.rules(),
                    ChangeRules.rules())
            .flatMap(List::stream)
            .toList();

    private Catalogue() {}

    /** Every rule. */
    public static List<Rule> rules() {
        return RULES;
    }
}
