package dev.sluice.contract.tck.rules.fairness;

import dev.sluice.contract.json.Json;
import dev.sluice.contract.tck.stage.ConditionNotMetException;
import dev.sluice.contract.tck.stage.RefusalReason;
import dev.sluice.contract.tck.stage.Stage;
import dev.sluice.contract.tck.stage.Submission;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Steps used from 0 to the limit and asks at each step which criticalities are admitted. */
public final class SheddingTable {
    private static final List<String> LOW_TO_HIGH = List.of("SHEDDABLE", "SHEDDABLE_PLUS", "CRITICAL", "CRITICAL_PLUS");
    private static final List<String> MEMBERS =
            List.of("sheddablePercent", "sheddablePlusPercent", "criticalPercent", "criticalPlusPercent");
    private static final int MOST_STEPS = 40;

    private SheddingTable() {}

    /** The policy with thresholds that differ: 25, 50, 75 and 100. */
    public static Json.Obj stepped(Json.Obj policy) {
        Json.Obj thresholds = Json.object();
        for (int i = 0; i < MEMBERS.size(); i++) {
            thresholds = thresholds.with(MEMBERS.get(i), Json.of(25 * (i + 1)));
        }
        return policy.with("shedThresholds", thresholds);
    }

    /** What differs from the table of the policy in force; where shedding is off, nothing is shed before the provider is full. */
    public static List<String> differences(Stage stage) {
        int limit = stage.limits().limit();
        int stride = Math.max(1, limit / MOST_STEPS);
        stage.sink().shut();
        List<String> faults = new ArrayList<>();
        for (int used = 0; used <= limit; used++) {
            if (used % stride == 0 || used >= limit - 1) {
                probe(stage, used, faults);
            }
            if (used < limit && !raise(stage, faults)) {
                break;
            }
        }
        return faults.stream().limit(4).toList();
    }

    private static boolean raise(Stage stage, List<String> faults) {
        Submission submission = stage.submit(stage.item().with("criticality", Json.of("CRITICALITY_CRITICAL_PLUS")));
        if (!submission.accepted() && faults.isEmpty()) {
            throw new ConditionNotMetException(
                    "CRITICAL_PLUS was not accepted though there was room: " + submission.summary());
        }
        return submission.accepted();
    }

    private static void probe(Stage stage, int used, List<String> faults) {
        StringBuilder row = new StringBuilder();
        for (int i = 0; i < LOW_TO_HIGH.size(); i++) {
            String criticality = LOW_TO_HIGH.get(i);
            Submission probe = stage.submit(stage.item().with("criticality", Json.of("CRITICALITY_" + criticality)));
            Stage.reply("a probe", probe.exchange());
            row.append(' ').append(criticality).append(' ').append(probe.summary());
            judge(stage, used, i, probe)
                    .ifPresent(fault -> faults.add(
                            "used " + used + " of " + stage.limits().limit() + ": " + criticality + " " + fault));
            if (probe.accepted()) {
                withdraw(stage, probe.item().id(), used);
            }
        }
        stage.note("used " + used + ":" + row);
    }

    private static Optional<String> judge(Stage stage, int used, int index, Submission probe) {
        long limit = stage.limits().limit();
        if (used >= limit) {
            if (probe.refused()) {
                return Optional.empty();
            }
            throw new ConditionNotMetException(
                    "a full provider answered a submission " + probe.summary() + " (rule 1.1)");
        }
        if (stage.limits().feature("criticalityShedding")
                && used * 100L >= threshold(stage, MEMBERS.get(index)) * limit) {
            return probe.notRefusedWith(RefusalReason.SHED);
        }
        return probe.accepted() ? Optional.empty() : Optional.of("was answered " + probe.summary() + ", not 202");
    }

    private static void withdraw(Stage stage, String id, int used) {
        stage.cancel(id);
        if (!stage.usedBecomes(used)) {
            throw new ConditionNotMetException(
                    "used did not fall to " + used + " after a probe was cancelled (rule 5.4)");
        }
    }

    private static long threshold(Stage stage, String member) {
        return stage.limits()
                .policy()
                .object("shedThresholds")
                .flatMap(thresholds -> thresholds.whole(member))
                .orElseThrow(() -> new ConditionNotMetException("the policy has no shedThresholds." + member));
    }
}
