package dev.sluice.contract.tck.rules.capacity;

import dev.sluice.contract.tck.stage.Rule;
import java.util.List;

/** The rules of chapter 2. */
public final class CapacityRules {
    private CapacityRules() {}

    /** In the order of their numbers. */
    public static List<Rule> rules() {
        return List.of(
                new CapacityWhileSaturated(),
                new CapacityAtOnce(),
                new SequenceOrder(),
                new LevelMarks(),
                new ConsistentSnapshot(),
                new LifeAndRate());
    }
}
