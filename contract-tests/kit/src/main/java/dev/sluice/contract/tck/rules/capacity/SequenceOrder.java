package dev.sluice.contract.tck.rules.capacity;

import dev.sluice.contract.json.Json;
import dev.sluice.contract.tck.stage.CapacityDocument;
import dev.sluice.contract.tck.stage.Rule;
import dev.sluice.contract.tck.stage.RuleText;
import dev.sluice.contract.tck.stage.RuleType;
import dev.sluice.contract.tck.stage.Stage;
import dev.sluice.contract.tck.stage.Verdict;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Rule 2.2: documents of one run have an order, and a number stands for one document. */
final class SequenceOrder implements Rule {
    @Override
    public RuleText text() {
        return new RuleText(
                "2.2",
                RuleType.REQUIRED,
                "sequenceOrder",
                "(epoch, seq) MUST NOT decrease within a run; documents with equal seq MUST be equal.",
                "Every reader sees seq rise or stay under one epoch, and two documents with one seq are the same in every member.");
    }

    @Override
    public Verdict check(Stage stage) {
        for (int round = 0; round < Math.max(1, stage.profile().rounds() / 4); round++) {
            List<String> faults = new ArrayList<>();
            Map<BigInteger, Json.Obj> bySeq = new HashMap<>();
            String epoch = stage.capacity().epoch();
            for (List<CapacityDocument> reader : UnderLoad.read(stage)) {
                BigInteger last = BigInteger.ZERO;
                for (CapacityDocument document : reader) {
                    if (!document.epoch().equals(epoch)) {
                        faults.add("epoch went from " + epoch + " to " + document.epoch() + " within a run");
                    }
                    if (document.seq().compareTo(last) < 0) {
                        faults.add("a reader saw seq " + document.seq() + " after " + last);
                    }
                    last = document.seq();
                    Json.Obj other = bySeq.putIfAbsent(last, document.body());
                    if (other != null && !other.equals(document.body())) {
                        faults.add("two documents have seq " + last + " and differ: "
                                + difference(other, document.body()));
                    }
                }
            }
            if (!faults.isEmpty()) {
                return Verdict.of(faults.stream().distinct().limit(3).toList());
            }
            stage.settle();
        }
        return Verdict.pass();
    }

    private static String difference(Json.Obj first, Json.Obj second) {
        return first.members().entrySet().stream()
                .filter(member -> !member.getValue().equals(second.members().get(member.getKey())))
                .map(member ->
                        member.getKey() + " " + text(first, member.getKey()) + " and " + text(second, member.getKey()))
                .findFirst()
                .orElse("in their members");
    }

    private static String text(Json.Obj object, String name) {
        return object.get(name).map(dev.sluice.contract.json.JsonWriter::write).orElse("absent");
    }
}
