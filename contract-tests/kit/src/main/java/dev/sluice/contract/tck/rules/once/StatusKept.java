package dev.sluice.contract.tck.rules.once;

import dev.sluice.contract.tck.stage.ConditionNotMetException;
import dev.sluice.contract.tck.stage.Item;
import dev.sluice.contract.tck.stage.Rule;
import dev.sluice.contract.tck.stage.RuleText;
import dev.sluice.contract.tck.stage.RuleType;
import dev.sluice.contract.tck.stage.Stage;
import dev.sluice.contract.tck.stage.Verdict;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Rule 6.3: what became of an item can be read. */
final class StatusKept implements Rule {
    private static final int ITEMS = 20;

    @Override
    public RuleText text() {
        return new RuleText(
                "6.3",
                RuleType.REQUIRED,
                "statusKept",
                "A status MUST be readable for retention_ms after its terminal state. Optional: later it is 404"
                        + " or 410.",
                "Every item that ended is still COMPLETED when it is read within retention_ms.");
    }

    @Override
    public Verdict check(Stage stage) {
        long retention = stage.limits().millis("retentionMs");
        long began = stage.now();
        List<Item> items = new ArrayList<>();
        for (int i = 0; i < ITEMS; i++) {
            items.add(stage.accept(stage.item()).item());
            stage.settle();
        }
        Map<String, Long> states = items.stream()
                .collect(Collectors.groupingBy(item -> stage.state(item.id()), TreeMap::new, Collectors.counting()));
        stage.note("the states of " + ITEMS + " items that ended: " + states);
        if (stage.now() - began > Duration.ofMillis(retention).toNanos()) {
            throw new ConditionNotMetException(
                    "retention_ms is " + retention + ", too short for the kit to read states in time");
        }
        return states.equals(Map.of("COMPLETED", (long) ITEMS))
                ? Verdict.pass()
                : Verdict.fail("within retention_ms = " + retention + " the states of " + ITEMS
                        + " items that ended are " + states + ", not all COMPLETED");
    }
}
