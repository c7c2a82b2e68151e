package dev.sluice.contract.tck.rules.leases;

import dev.sluice.contract.tck.stage.Rule;
import java.util.List;

/** The rules of chapter 4. */
public final class LeaseRules {
    private LeaseRules() {}

    /** In the order of their numbers. */
    public static List<Rule> rules() {
        return List.of(
                new CreditsBoundAdmission(),
                new RefusalsTakeNoCredit(),
                new NewestLease(),
                new LeaseExpiry(),
                new LiveCredits());
    }
}
