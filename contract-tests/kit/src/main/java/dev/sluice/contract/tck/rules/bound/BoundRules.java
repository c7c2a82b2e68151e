package dev.sluice.contract.tck.rules.bound;

import dev.sluice.contract.tck.stage.Rule;
import java.util.List;

/** The rules of chapter 1. */
public final class BoundRules {
    private BoundRules() {}

    /** In the order of their numbers. */
    public static List<Rule> rules() {
        return List.of(
                new BoundedAdmission(),
                new NoOvercommit(),
                new NoUndercommit(),
                new ImmediateDecision(),
                new ExactConcurrency());
    }
}
