package dev.sluice.contract.tck.rules.change;

import dev.sluice.contract.http.Exchange;
import dev.sluice.contract.json.Json;
import dev.sluice.contract.sink.SinkEvent;
import dev.sluice.contract.sink.SinkLog;
import dev.sluice.contract.tck.stage.CapacityDocument;
import dev.sluice.contract.tck.stage.ConditionNotMetException;
import dev.sluice.contract.tck.stage.Fill;
import dev.sluice.contract.tck.stage.Policies;
import dev.sluice.contract.tck.stage.Rule;
import dev.sluice.contract.tck.stage.RuleText;
import dev.sluice.contract.tck.stage.RuleType;
import dev.sluice.contract.tck.stage.Stage;
import dev.sluice.contract.tck.stage.Submission;
import dev.sluice.contract.tck.stage.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Rule 10.2: limits change while items are held. */
final class PolicyWhileFull implements Rule {
    @Override
    public RuleText text() {
        return new RuleText(
                "10.2",
                RuleType.REQUIRED,
                "policyWhileFull",
                "A valid policy MUST apply without restart; a limit below the present use MUST NOT evict or"
                        + " block.",
                "A full provider answers a smaller limit at once, keeps what it holds, refuses until used is"
                        + " below the new limit, and a larger limit takes effect at once.");
    }

    @Override
    public Verdict check(Stage before) {
        Stage stage = Policies.atLeast(before, 1, 4);
        Fill fill = stage.full();
        int used = stage.limits().limit();
        int queue = stage.limits().queued() / 2;
        int limit = stage.limits().running() + queue;
        Exchange put = stage.send(Policies.request(stage.limits().policy().with("queueLimit", Json.of(queue))));
        if (put.answer().filter(reply -> reply.status() == 200).isEmpty()) {
            return Verdict.fail(
                    "PUT of queue_limit " + queue + " while full and the SINK shut was answered: " + put.summary());
        }
        CapacityDocument document = stage.capacity();
        if (document.number("limit") != limit) {
            return Verdict.fail(
                    "after PUT of queue_limit " + queue + " limit is " + document.number("limit") + ", not " + limit);
        }
        if (document.used() != used) {
            return Verdict.fail("after PUT of queue_limit " + queue + " used is " + document.used() + ", not " + used
                    + " as before");
        }
        if (document.number("available") != 0) {
            return Verdict.fail("available is " + document.number("available") + " where used " + used
                    + " is above limit " + limit);
        }
        List<String> faults = new ArrayList<>();
        shrink(stage, fill, limit, faults);
        grow(stage, faults);
        stage.settle();
        Map<String, Long> states = fill.submissions().stream()
                .collect(Collectors.groupingBy(
                        one -> stage.state(one.item().id()), TreeMap::new, Collectors.counting()));
        stage.note("the items that were held are " + states);
        if (!states.equals(Map.of("COMPLETED", (long) used))) {
            faults.add("the items that were held when the limit fell ended " + states + ", not all COMPLETED");
        }
        return Verdict.of(faults);
    }

    /** Ends held items one at a time; a submission is refused until used is below the new limit. */
    private static void shrink(Stage stage, Fill fill, int limit, List<String> faults) {
        for (int used = fill.submissions().size(); used >= limit; used--) {
            Submission early = stage.submit(stage.item());
            if (!early.refused()) {
                faults.add("with used " + used + " and the new limit " + limit + " a submission was answered "
                        + early.summary());
                return;
            }
            stage.sink().release(oldest(stage));
            if (!stage.usedBecomes(used - 1)) {
                throw new ConditionNotMetException("used did not fall to " + (used - 1) + " after a call ended");
            }
            if (!stage.eventually(() -> stage.sink().holding()
                    >= Math.min(stage.limits().running(), stage.capacity().used()))) {
                throw new ConditionNotMetException("no further item began after a call ended");
            }
        }
        Submission below = stage.submit(stage.item());
        if (!below.accepted()) {
            faults.add("with used " + (limit - 1) + " below the new limit " + limit + " a submission was answered "
                    + below.summary());
        }
    }

    private static void grow(Stage stage, List<String> faults) {
        long used = stage.capacity().used();
        Policies.put(stage, stage.limits().policy());
        Submission more = stage.submit(stage.item());
        if (!more.accepted()) {
            faults.add("with used " + used + " a submission was answered " + more.summary()
                    + " after the limit was raised to " + stage.limits().limit());
        }
    }

    private static String oldest(Stage stage) {
        SinkLog log = stage.sink().log();
        List<String> ended = log.events().stream()
                .filter(event -> event.kind() != SinkEvent.Kind.BEGUN)
                .map(SinkEvent::workId)
                .toList();
        return log.begun().stream()
                .filter(id -> !ended.contains(id))
                .findFirst()
                .orElseThrow(() -> new ConditionNotMetException("the SINK holds no call"));
    }
}
