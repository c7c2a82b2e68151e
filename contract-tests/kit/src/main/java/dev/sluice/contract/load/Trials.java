package dev.sluice.contract.load;

import dev.sluice.contract.http.HttpReply;
import dev.sluice.contract.http.HttpRequest;
import dev.sluice.contract.http.OnceClient;
import dev.sluice.contract.provider.Provider;
import dev.sluice.contract.sink.Sink;
import dev.sluice.contract.tck.stage.ConditionNotMetException;
import dev.sluice.contract.tck.stage.Items;
import dev.sluice.contract.tck.stage.Limits;
import dev.sluice.contract.tck.stage.Profile;
import dev.sluice.contract.tck.stage.Stage;
import dev.sluice.contract.tck.stage.Submission;
import dev.sluice.contract.tck.stage.Timeline;
import dev.sluice.contract.tck.stage.Venue;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;

/** Runs one workload against a provider. */
public final class Trials {
    private Trials() {}

    /**
     * Sends a workload and judges bounds, conservation and executions.
     *
     * @param faults what happens to connections between the kit and the provider; none where it is empty
     * @param connections how many connections carry the load
     * @throws ConditionNotMetException if the provider's policy cannot be read, or it does not come to rest first
     */
    public static Trial.Outcome run(
            Provider provider,
            Workload workload,
            List<ConnectionFault> faults,
            int connections,
            Profile profile,
            long seed) {
        OnceClient direct = new OnceClient(provider.base(), profile.replyTimeout());
        try (Sink sink = Sink.start(profile.sinkPort())) {
            Stage stage = stage(direct, sink, profile, seed);
            stage.settle();
            if (faults.isEmpty()) {
                return new Trial(stage, connections, false).run(workload, direct);
            }
            try (FaultProxy proxy = FaultProxy.start(provider, faults, seed)) {
                OnceClient through = new OnceClient(proxy.provider().base(), profile.replyTimeout());
                return new Trial(stage, connections, true).run(workload, through);
            }
        }
    }

    /** What a trial is played on. */
    static Stage stage(OnceClient client, Sink sink, Profile profile, long seed) {
        LongSupplier clock = System::nanoTime;
        long ends = clock.getAsLong() + profile.limit().toNanos();
        Venue venue = new Venue(client, sink, profile, Optional.empty(), ends, clock, seed);
        String run = Long.toString(clock.getAsLong() & Long.MAX_VALUE, 36);
        Items items = new Items("load-" + run, sink.uri(), profile.deadlineMs(), seed);
        return new Stage(venue, items, limits(client), new Timeline(clock));
    }

    private static Limits limits(OnceClient client) {
        HttpReply reply = Stage.reply("GET /v1/policy", client.send(HttpRequest.of("GET", "/v1/policy")));
        return Limits.of(Submission.object(reply)
                .orElseThrow(() -> new ConditionNotMetException("GET /v1/policy gave no JSON object")));
    }
}
