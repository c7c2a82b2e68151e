package dev.sluice.contract.tck.rules.once;

import dev.sluice.contract.tck.stage.Rule;
import java.util.List;

/** The rules of chapter 6. */
public final class OnceRules {
    private OnceRules() {}

    /** In the order of their numbers. */
    public static List<Rule> rules() {
        return List.of(
                new ExecutedOnce(), new IdReused(), new StatusKept(), new StatusRetired(), new AttemptsExhausted());
    }
}
