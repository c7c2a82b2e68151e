package dev.sluice.contract.tck.rules.refusals;

import dev.sluice.contract.tck.stage.Rule;
import java.util.List;

/** The rules of chapter 3. */
public final class RefusalRules {
    private RefusalRules() {}

    /** In the order of their numbers. */
    public static List<Rule> rules() {
        return List.of(new RefusalForm(), new RetryAfter(), new RefusalLeavesNoTrace(), new ReasonTable());
    }
}
