package dev.sluice.contract.tck.rules.clients;

import java.util.List;

/** The rules of chapter 11. */
public final class ClientRules {
    private ClientRules() {}

    /** In the order of their numbers. */
    public static List<ClientRule> rules() {
        return List.of(
                new CreditsKept(),
                new PushbackKept(),
                new BackoffKept(),
                new JitterKept(),
                new BudgetKept(),
                new AttemptsCounted(),
                new OneProbe());
    }
}
