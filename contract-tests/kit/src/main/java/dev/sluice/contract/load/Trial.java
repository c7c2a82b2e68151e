package dev.sluice.contract.load;

import dev.sluice.contract.http.OnceClient;
import dev.sluice.contract.sink.SinkLog;
import dev.sluice.contract.tck.stage.CapacityDocument;
import dev.sluice.contract.tck.stage.InFlight;
import dev.sluice.contract.tck.stage.Item;
import dev.sluice.contract.tck.stage.Stage;
import dev.sluice.contract.tck.stage.Verdict;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;

/**
 * A workload against a provider, with the SINK as the record of what was executed. Its verdict is about bounds, conservation and
 * executions; percentiles are reported.
 */
public final class Trial {
    private static final double LONGEST_LAG_MICROS = 1e6;

    private final Stage stage;
    private final int connections;
    private final boolean faulty;

    /**
     * A trial on a stage.
     *
     * @param connections how many connections carry the load
     * @param faulty whether something between the two breaks connections, so that replies may be missing
     */
    public Trial(Stage stage, int connections, boolean faulty) {
        this.stage = stage;
        this.connections = connections;
        this.faulty = faulty;
    }

    /** What a trial found. */
    public record Outcome(LoadResult load, Verdict verdict) {}

    /** Sends the workload through the client, which leads to the provider of the stage, directly or by a proxy. */
    public Outcome run(Workload workload, OnceClient client) {
        List<Item> items = stage.items(workload.dueNanos().length);
        AtomicBoolean ended = new AtomicBoolean();
        stage.sink().shut();
        InFlight<List<String>> watch = InFlight.begin(() -> watch(ended));
        LoadResult load;
        try {
            load = new LoadDriver(client, connections).run(workload, items::get);
        } finally {
            ended.set(true);
        }
        stage.note(load.summary());
        Set<String> own = items.stream().map(Item::id).collect(Collectors.toSet());
        return new Outcome(load, judge(load, own, new ArrayList<>(watch.result())));
    }

    /** Reads the capacity again and again, and lets the calls that are held end meanwhile: so each of them takes some time. */
    private List<String> watch(AtomicBoolean ended) {
        Set<String> faults = new LinkedHashSet<>();
        while (!ended.get()) {
            stage.sink().releaseHeld();
            CapacityDocument document = stage.capacity();
            faults.addAll(document.contradictions());
            if (document.used() > document.number("limit")) {
                faults.add("used is " + document.used() + ", above limit " + document.number("limit"));
            }
        }
        return List.copyOf(faults);
    }

    private Verdict judge(LoadResult load, Set<String> own, List<String> faults) {
        if (!stage.settles()) {
            faults.add(
                    "used is " + stage.used().map(String::valueOf).orElse("not readable") + " after the load, not 0");
        }
        stage.linger();
        SinkLog log = stage.sink().log().where(own::contains);
        Map<String, Long> begins = log.begun().stream().collect(Collectors.groupingBy(id -> id, Collectors.counting()));
        long lost =
                load.accepted().stream().filter(id -> !begins.containsKey(id)).count();
        long twice = begins.values().stream().filter(count -> count > 1).count();
        Set<String> known = new HashSet<>(load.accepted());
        known.addAll(load.doubtful());
        long unexpected =
                begins.keySet().stream().filter(id -> !known.contains(id)).count();
        if (lost + twice + unexpected > 0) {
            faults.add("of " + load.accepted().size() + " accepted items " + lost + " were never executed, " + twice
                    + " more than once, and " + unexpected + " items were executed that were refused");
        }
        if (log.mostAtOnce() > stage.limits().running()) {
            faults.add(log.mostAtOnce() + " calls were in progress at once, W = "
                    + stage.limits().running());
        }
        if (!faulty && load.replies().getOrDefault(0, 0) > 0) {
            faults.add(load.replies().get(0) + " submissions were not answered");
        }
        if (!faults.isEmpty()) {
            return Verdict.of(faults);
        }
        double lag = load.lag().getValueAtPercentile(99);
        return lag > LONGEST_LAG_MICROS
                ? Verdict.inconclusive(
                        "the kit sent " + Math.round(lag / 1e3) + " ms late (p99): the load was not the one intended")
                : Verdict.pass();
    }
}
