package dev.sluice.contract.tck.rules;

import dev.sluice.contract.tck.stage.Rule;
import java.util.List;

/** The rules of the kit, in the order in which they run. */
public final class Catalogue {
    private static final List<Rule> RULES = List.of(
            new BoundedAdmission(),
            new NoOvercommit(),
            new NoUndercommit(),
            new ImmediateDecision(),
            new ExactConcurrency(),
            new RefusalForm(),
            new RetryAfter(),
            new RefusalLeavesNoTrace(),
            new ReasonTable());

    private Catalogue() {}

    /** Every rule. */
    public static List<Rule> rules() {
        return RULES;
    }
}
