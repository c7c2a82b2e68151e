package dev.sluice.contract.tck.rules.accounts;

import dev.sluice.contract.tck.stage.ConditionNotMetException;
import dev.sluice.contract.tck.stage.Metrics;
import dev.sluice.contract.tck.stage.Stage;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The counts of one scrape that rule 9.1 is about. */
record Account(Map<String, Long> counts) {
    private static final List<String> STATES = List.of("completed", "failed", "expired", "cancelled");

    static Account scrape(Stage stage) {
        Metrics metrics = Metrics.scrape(stage);
        Map<String, Long> counts = new LinkedHashMap<>();
        counts.put("accepted", count(metrics, "backpressure_admission_requests_total", "outcome", "accepted"));
        for (String state : STATES) {
            counts.put(state, count(metrics, "backpressure_work_settled_total", "state", state));
        }
        counts.put("running", count(metrics, "backpressure_work_running"));
        counts.put("queued", count(metrics, "backpressure_queue_size"));
        return new Account(counts);
    }

    private static long count(Metrics metrics, String name, String... labels) {
        return metrics.count(name, labels)
                .orElseThrow(() -> new ConditionNotMetException(
                        "the metrics have not one " + name + " " + List.of(labels) + " (rule 9.2)"));
    }

    long of(String name) {
        return counts.getOrDefault(name, 0L);
    }

    /** How far accepted is from the sum of what became of the items. */
    Optional<String> imbalance() {
        long sum = counts.values().stream().mapToLong(Long::longValue).sum() - of("accepted");
        return sum == of("accepted")
                ? Optional.empty()
                : Optional.of("accepted is " + of("accepted") + ", the sum of what became of the items " + sum + ": "
                        + counts);
    }

    /** Which counter is lower than it was. */
    Optional<String> decreaseSince(Account earlier) {
        return counts.keySet().stream()
                .filter(name -> !name.equals("running") && !name.equals("queued") && of(name) < earlier.of(name))
                .map(name -> "the counter of " + name + " fell from " + earlier.of(name) + " to " + of(name))
                .findFirst();
    }

    /** What differs from the kit's own counts since an earlier scrape. */
    List<String> differences(Account earlier, Map<String, Long> own) {
        List<String> faults = new ArrayList<>();
        own.forEach((name, expected) -> {
            long counted = of(name) - earlier.of(name);
            if (counted != expected) {
                faults.add("the provider counted " + counted + " " + name + ", the kit " + expected);
            }
        });
        return faults;
    }
}
