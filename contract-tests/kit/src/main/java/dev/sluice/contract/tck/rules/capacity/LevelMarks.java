package dev.sluice.contract.tck.rules.capacity;

import dev.sluice.contract.json.Json;
import dev.sluice.contract.tck.stage.ConditionNotMetException;
import dev.sluice.contract.tck.stage.Limits;
import dev.sluice.contract.tck.stage.NotApplicableException;
import dev.sluice.contract.tck.stage.Policies;
import dev.sluice.contract.tck.stage.Rule;
import dev.sluice.contract.tck.stage.RuleText;
import dev.sluice.contract.tck.stage.RuleType;
import dev.sluice.contract.tck.stage.Stage;
import dev.sluice.contract.tck.stage.Submission;
import dev.sluice.contract.tck.stage.Verdict;
import java.util.ArrayList;
import java.util.List;

/** Rule 2.3: the level follows used with hysteresis, exactly. It is judged under the policy in force and under marks that used meets exactly. */
final class LevelMarks implements Rule {
    @Override
    public RuleText text() {
        return new RuleText(
                "2.3",
                RuleType.REQUIRED,
                "levelMarks",
                "level MUST become ELEVATED where used reaches the high mark and MUST leave it only where used has fallen to the low"
                        + " mark, as Level defines.",
                "Raised one item at a time and lowered again, the level is at every step the one that PROTOCOL.md, \"Level\", computes.");
    }

    @Override
    public Verdict check(Stage stage) {
        List<String> faults = new ArrayList<>(walk(stage));
        stage.settle();
        try {
            faults.addAll(walk(exactMarks(stage)));
        } catch (NotApplicableException unchangeable) {
            stage.note("not judged at exact marks: " + unchangeable.reason());
        }
        return Verdict.of(faults.stream().distinct().limit(4).toList());
    }

    private static Stage exactMarks(Stage stage) {
        Stage roomy = Policies.atLeast(stage, 1, 3);
        int limit = roomy.limits().limit();
        int half = limit % 2 == 0 ? 0 : 1;
        return Policies.under(
                roomy,
                policy -> policy.with("queueLimit", Json.of(roomy.limits().queued() + half))
                        .with("levelHighPercent", Json.of(50))
                        .with("levelLowPercent", Json.of(0)));
    }

    private static List<String> walk(Stage stage) {
        Limits limits = stage.limits();
        ExpectedLevel expected = new ExpectedLevel(limits.limit(), limits.levelLow(), limits.levelHigh());
        stage.note("level marks " + limits.levelLow() + " and " + limits.levelHigh() + " percent of " + limits.limit());
        stage.sink().shut();
        List<String> faults = new ArrayList<>();
        List<String> held = new ArrayList<>();
        compare(stage, 0, expected.at(0), "rising", faults);
        for (int used = 1; used <= limits.limit(); used++) {
            Submission submission = stage.accept(stage.item());
            held.add(submission.item().id());
            compare(stage, used, expected.at(used), "rising", faults);
        }
        for (int used = limits.limit() - 1; used >= 0; used--) {
            stage.cancel(held.get(used));
            if (!stage.usedBecomes(used)) {
                throw new ConditionNotMetException("used did not fall to " + used + " after a cancellation (rule 5.4)");
            }
            compare(stage, used, expected.at(used), "falling", faults);
        }
        return faults;
    }

    private static void compare(Stage stage, int used, String expected, String way, List<String> faults) {
        String level = stage.capacity().level();
        stage.note("used " + used + " " + way + ": " + level);
        if (!level.equals(expected)) {
            faults.add("used " + used + " of " + stage.limits().limit() + ", " + way + ": level is " + level + ", not "
                    + expected + " (marks " + stage.limits().levelLow() + " and "
                    + stage.limits().levelHigh() + " percent)");
        }
    }
}
