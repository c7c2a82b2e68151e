package dev.sluice.contract.tck.rules.deadlines;

import dev.sluice.contract.tck.stage.Item;
import dev.sluice.contract.tck.stage.Policies;
import dev.sluice.contract.tck.stage.Rule;
import dev.sluice.contract.tck.stage.RuleText;
import dev.sluice.contract.tck.stage.RuleType;
import dev.sluice.contract.tck.stage.Stage;
import dev.sluice.contract.tck.stage.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;

/** Rule 5.6: a client may leave at any byte. */
final class ClientGoesAway implements Rule {
    private static final int CUTS = 100;
    private static final Set<String> TERMINAL = Set.of("404", "COMPLETED", "FAILED", "EXPIRED", "CANCELLED");

    @Override
    public RuleText text() {
        return new RuleText(
                "5.6",
                RuleType.REQUIRED,
                "clientGoesAway",
                "When a client goes away, its item MUST be either fully admitted or unknown, and no slot is lost.",
                "After connections were cut anywhere in a submission nothing stays used, and every item is"
                        + " unknown or in a terminal state.");
    }

    @Override
    public Verdict check(Stage before) {
        Stage stage = Policies.atLeast(before, 1, 4);
        Random random = new Random(stage.venue().seed());
        List<Item> items = stage.items(CUTS);
        int whole = 0;
        for (Item item : items) {
            int length = stage.venue().client().length(item.submission());
            int cut = random.nextInt(3) == 0 ? length : random.nextInt(length);
            whole += cut == length ? 1 : 0;
            stage.venue().client().abandon(item.submission(), cut, random.nextBoolean());
        }
        stage.note(CUTS + " connections cut, " + whole + " of them after the whole request");
        List<String> faults = new ArrayList<>();
        stage.sink().open();
        BooleanSupplier allEnded = () -> items.stream().allMatch(item -> TERMINAL.contains(stage.state(item.id())));
        stage.eventually(allEnded);
        boolean settles = stage.settles();
        // A slow provider may admit what was left behind only now.
        stage.eventually(allEnded);
        if (!settles) {
            faults.add("used is " + stage.used().map(String::valueOf).orElse("not readable") + " after " + CUTS
                    + " clients went away, not 0");
        }
        Map<String, Long> states = items.stream()
                .collect(Collectors.groupingBy(item -> stage.state(item.id()), TreeMap::new, Collectors.counting()));
        stage.note("the items are " + states);
        states.keySet().stream()
                .filter(state -> !TERMINAL.contains(state))
                .forEach(state -> faults.add(states.get(state) + " items of clients that went away are " + state));
        return Verdict.of(faults);
    }
}
