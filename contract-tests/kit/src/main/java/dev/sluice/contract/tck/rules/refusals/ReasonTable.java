package dev.sluice.contract.tck.rules.refusals;

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
import java.util.List;

/** Rule 3.4: the same fault gets the same status and reason from every provider. */
final class ReasonTable implements Rule {
    @Override
    public RuleText text() {
        return new RuleText(
                "3.4",
                RuleType.REQUIRED,
                "reasonTable",
                "Reason and status MUST follow the table of reasons, in the order of checks.",
                "It judges a request in the order size, syntax, known id, deadline, attempts, downstream, load, and answers"
                        + " with the status that the reason has in the table.");
    }

    @Override
    public Verdict check(Stage stage) {
        stage.note("not stimulated: SHED, TENANT_QUOTA, LEASE_EXHAUSTED, LEASE_EXPIRED (features), DRAINING (8.5),"
                + " ADMISSION_IN_PROGRESS and WORK_RETIRED (a provider may never send them)");
        List<String> faults = new ArrayList<>();
        List<String> unreadable = new ArrayList<>();
        play(stage, ReasonRows.anyLoad(stage), faults, unreadable);
        Item held = stage.fill().submissions().get(0).item();
        play(stage, ReasonRows.anyLoad(stage), faults, unreadable);
        play(stage, ReasonRows.whileFull(stage, held), faults, unreadable);

        Submission replay = stage.submit(
                held.with("attempt", Json.of(stage.limits().maxAttempts() + 1)).with("deadlineMs", Json.of("0")));
        Stage.reply("a replay while full", replay.exchange());
        if (!replay.replayed()) {
            faults.add("a replay while full, its attempts and deadline used up: " + replay.summary() + ", not 200");
        }
        if (faults.isEmpty() && !unreadable.isEmpty()) {
            throw new ConditionNotMetException(
                    "no refusal with status and reason to judge (rules 1.1, 3.1): " + String.join(", ", unreadable));
        }
        return Verdict.of(faults.stream().distinct().toList());
    }

    private static void play(Stage stage, List<ReasonRow> rows, List<String> faults, List<String> unreadable) {
        for (ReasonRow row : rows) {
            ReasonRow.Finding finding = row.play(stage);
            finding.fault().ifPresent(faults::add);
            if (!finding.readable()) {
                unreadable.add(row.when());
            }
        }
    }
}
