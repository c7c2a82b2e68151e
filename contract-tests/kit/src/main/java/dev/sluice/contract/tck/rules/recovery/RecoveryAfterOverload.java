package dev.sluice.contract.tck.rules.recovery;

import dev.sluice.contract.tck.stage.Rule;
import dev.sluice.contract.tck.stage.RuleText;
import dev.sluice.contract.tck.stage.RuleType;
import dev.sluice.contract.tck.stage.Stage;
import dev.sluice.contract.tck.stage.Submission;
import dev.sluice.contract.tck.stage.Verdict;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Rule 8.1: an overload leaves no mark. */
final class RecoveryAfterOverload implements Rule {
    private static final int TIMES = 10;
    private static final int AT_ONCE = 64;

    @Override
    public RuleText text() {
        return new RuleText(
                "8.1",
                RuleType.REQUIRED,
                "recoveryAfterOverload",
                "After an overload all accepted work MUST settle, level MUST be NOMINAL within recovery_ms, and"
                        + " the next submission MUST be accepted, in the same epoch.",
                "When the SINK opens after ten times W + Q submissions, every accepted item ends, the level is"
                        + " NOMINAL again, the next submission is accepted, and the epoch is the same.");
    }

    @Override
    public Verdict check(Stage stage) {
        String epoch = stage.capacity().epoch();
        stage.sink().shut();
        List<Submission> submissions = new ArrayList<>();
        for (int left = TIMES * stage.limits().limit(); left > 0; left -= AT_ONCE) {
            submissions.addAll(stage.submitTogether(stage.items(Math.min(left, AT_ONCE))));
        }
        List<String> accepted = submissions.stream()
                .filter(Submission::accepted)
                .map(submission -> submission.item().id())
                .toList();
        List<String> faults = new ArrayList<>();
        if (!stage.settles()) {
            faults.add("used is " + stage.used().map(String::valueOf).orElse("not readable")
                    + " after the SINK was opened, not 0");
        }
        Map<String, Long> states =
                accepted.stream().collect(Collectors.groupingBy(stage::state, TreeMap::new, Collectors.counting()));
        stage.note("the accepted items are " + states);
        if (!states.equals(Map.of("COMPLETED", (long) accepted.size()))) {
            faults.add("of " + accepted.size() + " accepted items the states are " + states + ", not all COMPLETED");
        }
        Duration recovery = Duration.ofMillis(stage.limits().millis("recoveryMs"))
                .plus(stage.profile().ceiling());
        Duration patience = recovery.compareTo(stage.profile().ceiling().multipliedBy(3)) < 0
                ? recovery
                : stage.profile().ceiling();
        if (!stage.within(patience, () -> stage.capacity().level().equals("NOMINAL"))) {
            faults.add("level is " + stage.capacity().level() + " after the overload, not NOMINAL");
        }
        Submission next = stage.submit(stage.item());
        if (!next.accepted()) {
            faults.add("after the overload a submission was answered " + next.summary() + ", not 202");
        }
        if (!stage.capacity().epoch().equals(epoch)) {
            faults.add("epoch went from " + epoch + " to " + stage.capacity().epoch());
        }
        stage.linger();
        executions(stage, accepted).ifPresent(faults::add);
        return Verdict.of(faults);
    }

    private static Optional<String> executions(Stage stage, List<String> accepted) {
        List<String> begun = stage.sink().log().begun();
        long more = begun.size() - begun.stream().distinct().count();
        long missing = accepted.stream().filter(id -> !begun.contains(id)).count();
        return more == 0 && missing == 0
                ? Optional.empty()
                : Optional.of(missing + " accepted items were never executed, " + more + " calls were repeated");
    }
}
