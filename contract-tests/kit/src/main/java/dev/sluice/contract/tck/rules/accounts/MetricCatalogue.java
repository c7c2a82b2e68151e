package dev.sluice.contract.tck.rules.accounts;

import dev.sluice.contract.http.HttpRequest;
import dev.sluice.contract.tck.stage.Item;
import dev.sluice.contract.tck.stage.Metrics;
import dev.sluice.contract.tck.stage.Rule;
import dev.sluice.contract.tck.stage.RuleText;
import dev.sluice.contract.tck.stage.RuleType;
import dev.sluice.contract.tck.stage.Stage;
import dev.sluice.contract.tck.stage.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Rule 9.2: names, types, units, and series without ids. */
final class MetricCatalogue implements Rule {
    private static final Map<String, String> CATALOGUE = Map.of(
            "backpressure_queue_size", "gauge",
            "backpressure_queue_capacity", "gauge",
            "backpressure_work_running", "gauge",
            "backpressure_concurrency_limit", "gauge",
            "backpressure_admission_requests_total", "counter",
            "backpressure_work_settled_total", "counter",
            "backpressure_queue_wait_duration_seconds", "histogram");
    private static final Set<String> OUTCOMES = Set.of("accepted", "replayed", "deferred", "rejected");
    private static final Set<String> STATES = Set.of("completed", "failed", "expired", "cancelled");
    private static final Pattern OTHER_UNIT =
            Pattern.compile("(?i).*_(ms|millis|milliseconds|us|microseconds|nanos|nanoseconds)(_.*)?");
    private static final int IDS_A_ROUND = 50;

    @Override
    public RuleText text() {
        return new RuleText(
                "9.2",
                RuleType.REQUIRED,
                "metricCatalogue",
                "Metric names, types and units MUST be those of Metrics; the number of series MUST NOT depend on"
                        + " ids.",
                "It exports the catalogue of PROTOCOL.md with its types, durations in seconds, and as many series"
                        + " after many ids as before.");
    }

    @Override
    public Verdict check(Stage stage) {
        stage.accept(stage.item());
        stage.settle();
        Metrics metrics = Metrics.scrape(stage);
        List<String> faults = new ArrayList<>(metrics.faults());
        new TreeMap<>(CATALOGUE).forEach((name, type) -> {
            String got = metrics.type(name)
                    .or(() -> metrics.type(name.replaceFirst("_total$", "")))
                    .orElse("absent");
            if (!got.equals(type)) {
                faults.add(name + " has the type " + got + ", not " + type);
            }
        });
        for (String part : List.of("_bucket", "_sum", "_count")) {
            String name = "backpressure_queue_wait_duration_seconds" + part;
            if (metrics.samples().stream().noneMatch(sample -> sample.name().equals(name))) {
                faults.add("the histogram has no " + name);
            }
        }
        metrics.samples().stream()
                .map(Metrics.Sample::name)
                .filter(name -> name.startsWith("backpressure_")
                        && OTHER_UNIT.matcher(name).matches())
                .findFirst()
                .ifPresent(name -> faults.add(name + " is not in seconds"));
        labels(metrics, faults);
        limits(stage, metrics, faults);
        series(stage, faults);
        return Verdict.of(faults.stream().distinct().limit(6).toList());
    }

    private static void labels(Metrics metrics, List<String> faults) {
        for (String state : STATES) {
            if (metrics.count("backpressure_work_settled_total", "state", state).isEmpty()) {
                faults.add("there is not one series of backpressure_work_settled_total with state \"" + state + "\"");
            }
        }
        for (Metrics.Sample sample : metrics.samples()) {
            if (sample.name().equals("backpressure_admission_requests_total")) {
                String outcome = sample.labels().getOrDefault("outcome", "");
                String error = sample.labels().getOrDefault("error_type", "");
                if (!OUTCOMES.contains(outcome)
                        || error.isEmpty() != Set.of("accepted", "replayed").contains(outcome)) {
                    faults.add(sample.name() + " has the labels " + sample.labels());
                }
            }
        }
    }

    private static void limits(Stage stage, Metrics metrics, List<String> faults) {
        long queue = metrics.count("backpressure_queue_capacity").orElse(-1L);
        long concurrency = metrics.count("backpressure_concurrency_limit").orElse(-1L);
        if (queue != stage.limits().queued() || concurrency != stage.limits().running()) {
            faults.add("backpressure_queue_capacity is " + queue + " and backpressure_concurrency_limit " + concurrency
                    + ", not Q = " + stage.limits().queued() + " and W = "
                    + stage.limits().running());
        }
    }

    /** The same work twice, the second time under many new ids: as many series after it as before. */
    private static void series(Stage stage, List<String> faults) {
        use(stage, 3);
        int before = Metrics.scrape(stage).samples().size();
        int ids = IDS_A_ROUND * stage.profile().rounds();
        use(stage, ids);
        int after = Metrics.scrape(stage).samples().size();
        stage.note(before + " series before " + ids + " ids, " + after + " after");
        if (after != before) {
            faults.add("there were " + before + " series before " + ids + " further ids and " + after + " after them");
        }
    }

    private static void use(Stage stage, int ids) {
        stage.sink().open();
        for (Item item : stage.items(ids)) {
            stage.sendQuietly(item.submission());
            stage.state(item.id());
            stage.sendQuietly(HttpRequest.of("DELETE", "/v1/work/" + item.id()));
        }
        stage.settle();
        Metrics.scrape(stage);
        stage.fill();
        stage.submit(stage.item());
        stage.settle();
        stage.state(stage.item().id());
        Metrics.scrape(stage);
    }
}
