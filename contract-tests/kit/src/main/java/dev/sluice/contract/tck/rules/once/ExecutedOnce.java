package dev.sluice.contract.tck.rules.once;

import dev.sluice.contract.json.Json;
import dev.sluice.contract.tck.stage.ConditionNotMetException;
import dev.sluice.contract.tck.stage.Item;
import dev.sluice.contract.tck.stage.Rule;
import dev.sluice.contract.tck.stage.RuleText;
import dev.sluice.contract.tck.stage.RuleType;
import dev.sluice.contract.tck.stage.Stage;
import dev.sluice.contract.tck.stage.Submission;
import dev.sluice.contract.tck.stage.Verdict;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Rule 6.1: an item is executed at most once. */
final class ExecutedOnce implements Rule {
    private static final int DUPLICATES = 32;

    @Override
    public RuleText text() {
        return new RuleText(
                "6.1",
                RuleType.REQUIRED,
                "executedOnce",
                "The same item MUST be executed at most once while its work_id is known.",
                "Of 32 submissions of one item at once one is answered 202 and the others 200 (or 409), a later"
                        + " one 200, and the SINK sees one call.");
    }

    @Override
    public Verdict check(Stage stage) {
        for (int round = 1; round <= stage.profile().rounds(); round++) {
            Item item = stage.item();
            stage.sink().shut();
            List<Submission> submissions = stage.submitTogether(Collections.nCopies(DUPLICATES, item));
            long unanswered = submissions.stream()
                    .filter(one -> one.exchange().answer().isEmpty())
                    .count();
            if (unanswered > 0) {
                throw new ConditionNotMetException(unanswered + " duplicates were not answered (rule 1.3)");
            }
            stage.settle();
            Submission later = stage.submit(item.with("attempt", Json.of(2)));
            stage.settle();
            stage.linger();
            List<String> faults = new ArrayList<>();
            long begins = stage.sink().log().begins(item.id());
            long accepted = submissions.stream().filter(Submission::accepted).count();
            if (begins != 1) {
                faults.add("the SINK saw " + begins + " calls of one item that was submitted " + (DUPLICATES + 1)
                        + " times");
            }
            if (accepted != 1) {
                faults.add(accepted + " of " + DUPLICATES + " submissions of one item at once were answered 202");
            }
            submissions.stream()
                    .filter(one ->
                            !one.accepted() && !one.replayed() && !one.summary().equals("409 ADMISSION_IN_PROGRESS"))
                    .findFirst()
                    .ifPresent(one -> faults.add("a duplicate was answered " + one.summary() + ", not 200"));
            if (!later.replayed()) {
                faults.add("submitted again after its end, the item was answered " + later.summary() + ", not 200");
            }
            if (!faults.isEmpty()) {
                return Verdict.of(faults);
            }
        }
        return Verdict.pass();
    }
}
