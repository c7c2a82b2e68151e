package dev.sluice.contract.load;

import dev.sluice.contract.http.OnceClient;
import dev.sluice.contract.provider.ProviderCommand;
import dev.sluice.contract.provider.ProviderProcess;
import dev.sluice.contract.provider.ProviderStartException;
import dev.sluice.contract.sink.Sink;
import dev.sluice.contract.sink.SinkLog;
import dev.sluice.contract.tck.stage.ConditionNotMetException;
import dev.sluice.contract.tck.stage.InFlight;
import dev.sluice.contract.tck.stage.Item;
import dev.sluice.contract.tck.stage.Metrics;
import dev.sluice.contract.tck.stage.Profile;
import dev.sluice.contract.tck.stage.Stage;
import dev.sluice.contract.tck.stage.Verdict;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A workload in the middle of which the provider is killed and started again, and the same workload once more against the new run. A proxy keeps
 * the address that the load goes to. Judged are the epoch, that nothing was executed twice or after a refusal, that the new run loses nothing which
 * it accepted and claims nothing which was not executed, and all that a {@link Trial} judges of the second workload.
 */
public final class RestartTrial {
    private static final String ACCEPTED = "backpressure_admission_requests_total";

    private final Stage stage;
    private final OnceClient client;
    private final int connections;

    private RestartTrial(Stage stage, OnceClient client, int connections) {
        this.stage = stage;
        this.client = client;
        this.connections = connections;
    }

    /**
     * Starts the provider, sends the workload, kills and restarts it meanwhile, and sends the workload again. The figures of the outcome are those of
     * the first workload.
     *
     * @param connections how many connections carry the load
     * @throws ProviderStartException if the provider does not start the first time
     * @throws ConditionNotMetException if it does not start again, its policy cannot be read, or it does not come to rest
     */
    public static Trial.Outcome run(
            ProviderCommand command, Workload workload, int connections, Profile profile, long seed) {
        try (Sink sink = Sink.start(profile.sinkPort());
                ProviderProcess first = ProviderProcess.start(command);
                FaultProxy proxy = FaultProxy.start(first.provider(), List.of(ConnectionFault.NONE), seed)) {
            OnceClient client = new OnceClient(proxy.provider().base(), profile.replyTimeout());
            Stage stage = Trials.stage(client, sink, profile, seed);
            return new RestartTrial(stage, client, connections).run(command, workload, first, proxy);
        }
    }

    private Trial.Outcome run(ProviderCommand command, Workload workload, ProviderProcess first, FaultProxy proxy) {
        stage.settle();
        String epoch = stage.capacity().epoch();
        List<Item> items = stage.items(workload.dueNanos().length);
        stage.sink().shut();
        InFlight<LoadResult> sending =
                InFlight.begin(() -> new LoadDriver(client, connections).run(workload, items::get));
        keepWorking(workload.length().dividedBy(2), sending);
        first.destroy();
        stage.note("SIGKILL after " + stage.sink().log().begun().size() + " begins");
        try (ProviderProcess second = ProviderProcess.start(command)) {
            proxy.leadTo(second.provider());
            while (!sending.isDone()) {
                releaseHeld();
            }
            LoadResult load = sending.result();
            stage.note(load.summary());
            List<String> faults = judge(epoch, load);
            Verdict after =
                    new Trial(stage, connections, false).run(workload, client).verdict();
            if (!faults.isEmpty() || after.outcome() == Verdict.Outcome.FAIL) {
                faults.addAll(after.reason().isEmpty() ? List.of() : List.of("after the restart: " + after.reason()));
                return new Trial.Outcome(load, Verdict.of(faults));
            }
            return new Trial.Outcome(load, after);
        } catch (ProviderStartException failed) {
            throw new ConditionNotMetException("the provider did not start again: " + failed.getMessage());
        }
    }

    /** Lets what is held end for so long, and at least until every worker has been busy. */
    private void keepWorking(Duration time, InFlight<LoadResult> sending) {
        long began = stage.now();
        stage.eventually(
                () -> stage.sink().log().begun().size() >= stage.limits().running() || sending.isDone());
        while (stage.now() - began < time.toNanos()) {
            releaseHeld();
        }
    }

    private void releaseHeld() {
        stage.sink().releaseHeld();
        stage.waitAtLeast(Duration.ofMillis(1));
    }

    private List<String> judge(String epochBefore, LoadResult load) {
        List<String> faults = new ArrayList<>();
        stage.settle();
        stage.linger();
        String epoch = stage.capacity().epoch();
        stage.note("epoch " + epochBefore + " before, " + epoch + " after the restart");
        if (epoch.equals(epochBefore)) {
            faults.add("epoch is " + epoch + " before and after the restart");
        }
        Set<String> submitted = Stream.of(load.accepted(), load.doubtful())
                .flatMap(Collection::stream)
                .collect(Collectors.toSet());
        List<String> begun = stage.sink().log().begun();
        Set<String> executed = new HashSet<>(begun);
        if (executed.size() < begun.size()) {
            faults.add(begun.size() - executed.size() + " items were executed more than once");
        }
        long unexpected =
                executed.stream().filter(id -> !submitted.contains(id)).count();
        if (unexpected > 0) {
            faults.add(unexpected + " items were executed that were refused");
        }
        faults.addAll(judgeKnown(submitted, stage.sink().log()));
        return faults;
    }

    /** What the new run says of the items that it or the one before may have accepted. */
    private List<String> judgeKnown(Set<String> submitted, SinkLog log) {
        List<String> faults = new ArrayList<>();
        Set<String> executed = new HashSet<>(log.begun());
        TreeMap<String, List<String>> states =
                submitted.stream().collect(Collectors.groupingBy(stage::state, TreeMap::new, Collectors.toList()));
        states.forEach((state, ids) -> stage.note("the new run says of " + ids.size() + " items: " + state));
        long phantoms = states.getOrDefault("COMPLETED", List.of()).stream()
                .filter(id -> !executed.contains(id))
                .count();
        if (phantoms > 0) {
            faults.add(phantoms + " items are COMPLETED that were never executed");
        }
        int forgotten = size(states, "404") + size(states, "410");
        long known = submitted.size() - forgotten;
        Metrics.scrape(stage).count(ACCEPTED, "outcome", "accepted").ifPresent(accepted -> {
            stage.note("the new run has accepted " + accepted + " items");
            if (known < accepted) {
                faults.add("the new run accepted " + accepted + " items and knows " + known + " of them");
            }
        });
        return faults;
    }

    private static int size(TreeMap<String, List<String>> states, String state) {
        return states.getOrDefault(state, List.of()).size();
    }
}
