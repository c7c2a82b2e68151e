package dev.sluice.contract.tck.rules.once;

import dev.sluice.contract.json.Json;
import dev.sluice.contract.tck.stage.Item;
import dev.sluice.contract.tck.stage.RefusalReason;
import dev.sluice.contract.tck.stage.Rule;
import dev.sluice.contract.tck.stage.RuleText;
import dev.sluice.contract.tck.stage.RuleType;
import dev.sluice.contract.tck.stage.Stage;
import dev.sluice.contract.tck.stage.Submission;
import dev.sluice.contract.tck.stage.Verdict;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Rule 6.2: an id belongs to one item. */
final class IdReused implements Rule {
    @Override
    public RuleText text() {
        return new RuleText(
                "6.2",
                RuleType.REQUIRED,
                "idReused",
                "Another item under a known work_id MUST be refused with 422 and leave the first intact.",
                "Another tenant, kind, criticality, cost, payload or attribute under a known id is refused with"
                        + " 422 WORK_ID_REUSED; the first item is executed as it was sent.");
    }

    @Override
    public Verdict check(Stage stage) {
        stage.sink().shut();
        Item first = stage.item().with("payload", Json.of("Zmlyc3Q="));
        stage.accept(first);
        List<String> faults = new ArrayList<>();
        others(first).forEach((what, other) -> {
            stage.submit(other)
                    .notRefusedWith(RefusalReason.WORK_ID_REUSED)
                    .ifPresent(fault -> faults.add("another " + what + " under a known id " + fault));
        });
        Submission same = stage.submit(
                first.with("cost", Json.of(1)).with("attempt", Json.of(2)).with("deadlineMs", Json.of("30000")));
        if (!same.replayed()) {
            faults.add("the same item with cost 1 written out, another attempt and deadline was answered "
                    + same.summary() + ", not 200");
        }
        stage.settle();
        stage.linger();
        long begins = stage.sink().log().begins(first.id());
        if (begins != 1) {
            faults.add("the SINK saw " + begins + " calls under the id");
        }
        stage.sink()
                .log()
                .call(first.id())
                .filter(call -> !call.payload().equals("Zmlyc3Q="))
                .ifPresent(call -> faults.add("the call carried a payload other than that of the first item"));
        return Verdict.of(faults);
    }

    private static Map<String, Item> others(Item first) {
        Map<String, Item> others = new LinkedHashMap<>();
        others.put("payload", first.with("payload", Json.of("b3RoZXI=")));
        others.put("tenant", first.with("tenant", Json.of("another-tenant")));
        others.put("kind", first.with("kind", Json.of("another-kind")));
        others.put("criticality", first.with("criticality", Json.of("CRITICALITY_SHEDDABLE")));
        others.put("cost", first.with("cost", Json.of(7)));
        others.put(
                "attribute",
                first.with(
                        "attributes",
                        first.body().object("attributes").orElse(Json.object()).with("label", Json.of("x"))));
        return others;
    }
}
