package dev.sluice.contract.tck.rules.recovery;

import dev.sluice.contract.http.HttpReply;
import dev.sluice.contract.tck.stage.ConditionNotMetException;
import dev.sluice.contract.tck.stage.Fill;
import dev.sluice.contract.tck.stage.Launch;
import dev.sluice.contract.tck.stage.Rule;
import dev.sluice.contract.tck.stage.RuleText;
import dev.sluice.contract.tck.stage.RuleType;
import dev.sluice.contract.tck.stage.Stage;
import dev.sluice.contract.tck.stage.Submission;
import dev.sluice.contract.tck.stage.Verdict;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;

/** Rule 8.5: shutting down loses nothing. */
final class OrderlyDrain implements Rule {
    @Override
    public RuleText text() {
        return new RuleText(
                "8.5",
                RuleType.REQUIRED,
                "orderlyDrain",
                "While draining, a provider MUST refuse new work with DRAINING and Retry-After, show the level"
                        + " DRAINING, bring every accepted item to a terminal state and exit with 0.",
                "After SIGTERM it shows DRAINING, refuses with 503 DRAINING and Retry-After, still answers, runs"
                        + " every accepted item once, and exits with 0.");
    }

    @Override
    public Verdict check(Stage stage) {
        try (Launch launch = Launch.of(stage)) {
            return drain(launch);
        }
    }

    private static Verdict drain(Launch launch) {
        Stage stage = launch.stage();
        Fill fill = stage.fill();
        Set<String> accepted = new TreeSet<>();
        fill.submissions().forEach(submission -> accepted.add(submission.item().id()));
        launch.terminate();
        List<String> faults = new ArrayList<>();
        boolean draining =
                stage.eventually(() -> launch.hasEnded() || level(stage).equals("DRAINING"));
        if (launch.hasEnded()) {
            return Verdict.fail("it ended at SIGTERM while " + accepted.size() + " accepted items had not ended");
        }
        if (!draining) {
            faults.add("after SIGTERM the level is " + level(stage) + ", not DRAINING");
        }
        Submission refused = stage.submit(stage.item());
        judge(refused, faults);
        if (refused.accepted()) {
            accepted.add(refused.item().id());
        }
        stage.sink().open();
        stage.note("SINK open");
        Duration limit = Duration.ofMillis(Math.min(stage.limits().millis("drainTimeoutMs"), 60_000))
                .plus(stage.profile().ceiling());
        OptionalInt status = launch.exitStatus(limit);
        if (status.isEmpty()) {
            faults.add("it still runs " + limit.toSeconds() + " s after its last item could end");
        } else if (status.getAsInt() != 0) {
            faults.add("its exit status is " + status.getAsInt() + ", not 0");
        }
        List<String> begun = stage.sink().log().begun();
        stage.note("SINK saw " + begun.size() + " begins, " + accepted.size() + " items were accepted");
        long lost = accepted.stream().filter(id -> !begun.contains(id)).count();
        long unexpected = begun.size()
                - begun.stream().filter(accepted::contains).distinct().count();
        if (lost > 0 || unexpected > 0) {
            faults.add("of " + accepted.size() + " accepted items " + lost + " were never executed, and " + unexpected
                    + " calls were unexpected");
        }
        return Verdict.of(faults);
    }

    private static void judge(Submission refused, List<String> faults) {
        Optional<HttpReply> reply = refused.exchange().answer();
        if (!refused.summary().equals("503 DRAINING")) {
            faults.add("while draining a submission was answered " + refused.summary() + ", not 503 DRAINING");
        } else if (reply.filter(answer -> answer.headers()
                        .first("Retry-After")
                        .filter(x -> x.matches("[1-9][0-9]*"))
                        .isPresent())
                .isEmpty()) {
            faults.add("a refusal with DRAINING has no Retry-After in whole seconds");
        }
    }

    private static String level(Stage stage) {
        try {
            return stage.capacity().level();
        } catch (ConditionNotMetException unreadable) {
            return "not readable (" + unreadable.condition() + ")";
        }
    }
}
