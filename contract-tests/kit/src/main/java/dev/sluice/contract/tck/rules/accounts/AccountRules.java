package dev.sluice.contract.tck.rules.accounts;

import dev.sluice.contract.tck.stage.Rule;
import java.util.List;

/** The rules of chapter 9. */
public final class AccountRules {
    private AccountRules() {}

    /** In the order of their numbers. */
    public static List<Rule> rules() {
        return List.of(new Conservation(), new MetricCatalogue(), new TraceContext());
    }
}
