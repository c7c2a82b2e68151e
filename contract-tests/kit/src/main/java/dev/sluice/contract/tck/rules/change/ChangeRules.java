package dev.sluice.contract.tck.rules.change;

import dev.sluice.contract.tck.stage.Rule;
import java.util.List;

/** The rules of chapter 10. */
public final class ChangeRules {
    private ChangeRules() {}

    /** In the order of their numbers. */
    public static List<Rule> rules() {
        return List.of(new InvalidPolicy(), new PolicyWhileFull(), new FlagsKeepTheBound(), new MalformedInput());
    }
}
