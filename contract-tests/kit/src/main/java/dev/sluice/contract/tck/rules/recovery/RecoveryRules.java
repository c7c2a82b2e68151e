package dev.sluice.contract.tck.rules.recovery;

import dev.sluice.contract.tck.stage.Rule;
import java.util.List;

/** The rules of chapter 8. */
public final class RecoveryRules {
    private RecoveryRules() {}

    /** In the order of their numbers. */
    public static List<Rule> rules() {
        return List.of(
                new RecoveryAfterOverload(),
                new NoLeak(),
                new SlowItem(),
                new DownstreamFails(),
                new OrderlyDrain(),
                new NewEpoch());
    }
}
