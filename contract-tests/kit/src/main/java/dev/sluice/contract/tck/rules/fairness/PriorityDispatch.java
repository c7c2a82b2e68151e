package dev.sluice.contract.tck.rules.fairness;

import dev.sluice.contract.json.Json;
import dev.sluice.contract.tck.stage.Fill;
import dev.sluice.contract.tck.stage.Item;
import dev.sluice.contract.tck.stage.Policies;
import dev.sluice.contract.tck.stage.Rule;
import dev.sluice.contract.tck.stage.RuleText;
import dev.sluice.contract.tck.stage.RuleType;
import dev.sluice.contract.tck.stage.Stage;
import dev.sluice.contract.tck.stage.Verdict;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;

/** Rule 7.2: the most important starts first. */
final class PriorityDispatch implements Rule {
    private static final int QUEUED = 12;

    @Override
    public RuleText text() {
        return new RuleText(
                "7.2",
                RuleType.OPTIONAL,
                "priorityDispatch",
                "With priority_dispatch, items MUST start by criticality, oldest first within one.",
                "Released one by one, the queued items begin by criticality, and in the order of their acceptance"
                        + " within one.");
    }

    @Override
    public Verdict check(Stage before) {
        Stage stage = Policies.under(
                before, policy -> Policies.features(Policies.room(policy, 1, QUEUED), "priorityDispatch"));
        Fill held = stage.occupied();
        List<Item> queued = new ArrayList<>();
        List<String> levels = new ArrayList<>();
        for (int i = 0; i < QUEUED; i++) {
            levels.add(List.of("CRITICAL_PLUS", "CRITICAL", "SHEDDABLE_PLUS", "SHEDDABLE")
                    .get(i % 4));
        }
        Collections.shuffle(levels, new Random(stage.venue().seed()));
        for (String level : levels) {
            queued.add(stage.accept(stage.item().with("criticality", Json.of("CRITICALITY_" + level)))
                    .item());
        }
        List<String> expected = queued.stream()
                .sorted(Comparator.comparingInt(PriorityDispatch::rank))
                .map(Item::id)
                .toList();
        List<String> began = OneByOne.release(stage, held.submissions().size() + QUEUED)
                .subList(held.submissions().size(), held.submissions().size() + QUEUED);
        stage.note("queued " + levels);
        for (int i = 0; i < expected.size(); i++) {
            if (!began.get(i).equals(expected.get(i))) {
                return Verdict.fail("start " + (i + 1) + " of the queue was " + described(queued, began.get(i))
                        + ", not " + described(queued, expected.get(i)));
            }
        }
        return Verdict.pass();
    }

    private static int rank(Item item) {
        return List.of(
                        "CRITICALITY_CRITICAL_PLUS",
                        "CRITICALITY_CRITICAL",
                        "CRITICALITY_SHEDDABLE_PLUS",
                        "CRITICALITY_SHEDDABLE")
                .indexOf(item.body().text("criticality").orElse(""));
    }

    private static String described(List<Item> queued, String id) {
        for (int i = 0; i < queued.size(); i++) {
            if (queued.get(i).id().equals(id)) {
                return "item " + (i + 1) + " ("
                        + queued.get(i).body().text("criticality").orElse("").replace("CRITICALITY_", "") + ")";
            }
        }
        return id;
    }
}
