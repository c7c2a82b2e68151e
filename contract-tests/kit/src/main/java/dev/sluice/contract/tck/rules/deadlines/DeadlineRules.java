package dev.sluice.contract.tck.rules.deadlines;

import dev.sluice.contract.tck.stage.Rule;
import java.util.List;

/** The rules of chapter 5. */
public final class DeadlineRules {
    private DeadlineRules() {}

    /** In the order of their numbers. */
    public static List<Rule> rules() {
        return List.of(
                new DeadlinePassed(),
                new ExpiredInQueue(),
                new DeadlinePropagated(),
                new CancelFreesSlot(),
                new CancelIdempotent(),
                new ClientGoesAway());
    }
}
