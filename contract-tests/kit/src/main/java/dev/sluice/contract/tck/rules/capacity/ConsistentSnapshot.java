package dev.sluice.contract.tck.rules.capacity;

import dev.sluice.contract.tck.stage.CapacityDocument;
import dev.sluice.contract.tck.stage.Rule;
import dev.sluice.contract.tck.stage.RuleText;
import dev.sluice.contract.tck.stage.RuleType;
import dev.sluice.contract.tck.stage.Stage;
import dev.sluice.contract.tck.stage.Verdict;
import java.util.ArrayList;
import java.util.List;

/** Rule 2.4: a document is one moment, and not an old one. */
final class ConsistentSnapshot implements Rule {
    @Override
    public RuleText text() {
        return new RuleText(
                "2.4",
                RuleType.REQUIRED,
                "consistentSnapshot",
                "A document MUST be one consistent snapshot and MUST include every admission answered before the request for it"
                        + " began.",
                "The read after the n-th 202 shows used n, and in every document used = running + queued, available = limit - used,"
                        + " and the level follows from them.");
    }

    @Override
    public Verdict check(Stage stage) {
        List<String> faults = new ArrayList<>();
        stage.sink().shut();
        for (int accepted = 1; accepted <= stage.limits().limit(); accepted++) {
            stage.accept(stage.item());
            CapacityDocument document = stage.capacity();
            if (document.used() != accepted) {
                faults.add("used is " + document.used() + " after " + accepted + " admissions were answered");
            }
            faults.addAll(document.contradictions());
        }
        stage.settle();
        for (int round = 0; round < Math.max(1, stage.profile().rounds() / 4); round++) {
            UnderLoad.read(stage).stream()
                    .flatMap(List::stream)
                    .forEach(document -> faults.addAll(document.contradictions()));
        }
        return Verdict.of(faults.stream().distinct().limit(4).toList());
    }
}
