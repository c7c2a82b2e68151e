package dev.sluice.contract.tck.rules.recovery;

import dev.sluice.contract.tck.stage.Fill;
import dev.sluice.contract.tck.stage.Launch;
import dev.sluice.contract.tck.stage.Rule;
import dev.sluice.contract.tck.stage.RuleText;
import dev.sluice.contract.tck.stage.RuleType;
import dev.sluice.contract.tck.stage.Stage;
import dev.sluice.contract.tck.stage.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Rule 8.6: a crash is seen, and nothing is made up. */
final class NewEpoch implements Rule {
    @Override
    public RuleText text() {
        return new RuleText(
                "8.6",
                RuleType.REQUIRED,
                "newEpoch",
                "After a kill and restart epoch MUST differ; a durable provider MUST still know accepted items, a"
                        + " volatile one MUST answer 404; neither may report COMPLETED what was not executed.",
                "Started again after SIGKILL it has another epoch, and knows all accepted items or none;"
                        + " COMPLETED are only those that the SINK answered.");
    }

    @Override
    public Verdict check(Stage stage) {
        String before;
        List<String> accepted = new ArrayList<>();
        try (Launch first = Launch.of(stage)) {
            Fill fill = first.stage().fill();
            fill.submissions()
                    .forEach(submission -> accepted.add(submission.item().id()));
            before = first.stage().capacity().epoch();
            first.kill();
        }
        try (Launch second = Launch.of(stage)) {
            return restarted(second.stage(), before, accepted);
        }
    }

    private static Verdict restarted(Stage stage, String before, List<String> accepted) {
        List<String> faults = new ArrayList<>();
        String epoch = stage.capacity().epoch();
        stage.note("epoch " + before + " before, " + epoch + " after the restart");
        if (epoch.equals(before)) {
            faults.add("epoch is " + epoch + " before and after the restart");
        }
        Map<String, Long> states =
                accepted.stream().collect(Collectors.groupingBy(stage::state, TreeMap::new, Collectors.counting()));
        stage.note("the items accepted before are " + states);
        if (states.containsKey("404") && states.size() > 1) {
            faults.add("of " + accepted.size() + " items accepted before a crash some are known and some are not: "
                    + states);
        }
        long phantoms = states.getOrDefault("COMPLETED", 0L);
        if (phantoms > 0) {
            faults.add(phantoms + " items are COMPLETED that the SINK never answered");
        }
        return Verdict.of(faults);
    }
}
