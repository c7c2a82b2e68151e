package dev.sluice.contract.tck.rules.clients;

import dev.sluice.contract.client.ClientCommand;
import dev.sluice.contract.client.ClientProcess;
import dev.sluice.contract.client.ClientTask;
import dev.sluice.contract.json.Json;
import dev.sluice.contract.tck.stage.ConditionNotMetException;
import dev.sluice.contract.tck.stage.Profile;
import dev.sluice.contract.tck.stage.Timeline;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;

/** What a rule for clients is played on: the client's command and the timeline. */
public final class ClientStage {
    private static final int ROUNDS = 5;

    private final ClientCommand command;
    private final Profile profile;
    private final Timeline timeline;
    private final LongSupplier nanoClock;
    private final long seed;

    /** A stage for one rule. */
    public ClientStage(ClientCommand command, Profile profile, Timeline timeline, LongSupplier nanoClock, long seed) {
        this.command = command;
        this.profile = profile;
        this.timeline = timeline;
        this.nanoClock = nanoClock;
        this.seed = seed;
    }

    Profile profile() {
        return profile;
    }

    long seed() {
        return seed;
    }

    void note(String what) {
        timeline.add(what);
    }

    LongSupplier clock() {
        return nanoClock;
    }

    /** A retry policy with room for every retry. */
    static Json.Obj retry(int attempts, long initialMs, long maxMs, int multiplier, int tokens) {
        return Json.object()
                .with("maxAttempts", Json.of(attempts))
                .with("initialBackoffMs", Json.of(initialMs))
                .with("maxBackoffMs", Json.of(maxMs))
                .with("multiplier", Json.of(multiplier))
                .with("jitter", new Json.Num(new BigDecimal("0.2")))
                .with(
                        "budget",
                        Json.object()
                                .with("maxTokens", Json.of(tokens))
                                .with("tokenRatio", new Json.Num(new BigDecimal("0.1"))));
    }

    /**
     * Starts the client against a provider that the kit plays.
     *
     * @throws ConditionNotMetException if it cannot be started
     */
    ClientProcess start(ClientTask task, PlayedProvider provider) {
        note("client started: " + task.items() + " items, " + task.concurrency() + " at once"
                + (task.leased() ? ", under a lease" : "")
                + (task.followsCapacity() ? ", following the capacity" : ""));
        try {
            return ClientProcess.start(command, task, provider.uri());
        } catch (IOException failed) {
            throw new ConditionNotMetException("the client cannot be started: " + failed.getMessage());
        }
    }

    /**
     * Plays a part until the client has ended.
     *
     * @return what arrived
     * @throws ConditionNotMetException if the client does not end, or not with status 0
     */
    List<Arrival> play(ClientTask task, Part part) {
        try (PlayedProvider provider = new PlayedProvider(part, false, nanoClock);
                ClientProcess client = start(task, provider)) {
            OptionalInt status = awaitEnd(client, provider);
            List<Arrival> arrivals = provider.arrivals();
            note(arrivals.size() + " submissions arrived; outcomes " + client.outcomes());
            if (status.isEmpty()) {
                throw new ConditionNotMetException("the client has not ended, and submitted nothing for "
                        + patience().toSeconds() + " s");
            }
            if (status.getAsInt() != 0) {
                throw new ConditionNotMetException(
                        "the client ended with status " + status.getAsInt() + ": " + client.output());
            }
            if (arrivals.isEmpty()) {
                throw new ConditionNotMetException("the client submitted nothing: " + client.output());
            }
            return arrivals;
        }
    }

    /** Waits as long as it makes progress, in as many rounds as a slow machine may need. */
    private OptionalInt awaitEnd(ClientProcess client, PlayedProvider provider) {
        OptionalInt status = OptionalInt.empty();
        int before = -1;
        for (int round = 0;
                round < ROUNDS && status.isEmpty() && provider.arrivals().size() > before;
                round++) {
            before = provider.arrivals().size();
            status = client.await(patience());
        }
        return status;
    }

    /** Polls until a client that was just started has done something; it may have a runtime to start. */
    boolean begins(BooleanSupplier condition) {
        return within(patience(), condition);
    }

    private Duration patience() {
        return profile.ceiling().multipliedBy(3);
    }

    private boolean within(Duration limit, BooleanSupplier condition) {
        long end = nanoClock.getAsLong() + limit.toNanos();
        while (!condition.getAsBoolean()) {
            if (nanoClock.getAsLong() - end >= 0) {
                return false;
            }
            waitAtLeast(Duration.ofMillis(5));
        }
        return true;
    }

    void waitAtLeast(Duration time) {
        long end = nanoClock.getAsLong() + time.toNanos();
        try {
            for (long left = time.toNanos(); left > 0; left = end - nanoClock.getAsLong()) {
                Thread.sleep(left / 1_000_000, (int) (left % 1_000_000));
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new ConditionNotMetException("interrupted");
        }
    }

    /** The arrivals of each item, in the order in which the items first came. */
    List<List<Arrival>> byItem(List<Arrival> arrivals) {
        Map<String, List<Arrival>> items = new LinkedHashMap<>();
        arrivals.forEach(arrival ->
                items.computeIfAbsent(arrival.id(), id -> new ArrayList<>()).add(arrival));
        items.forEach((id, attempts) -> {
            StringBuilder line = new StringBuilder(id + ":");
            for (int i = 0; i < attempts.size(); i++) {
                line.append(" attempt ")
                        .append(attempts.get(i).attempt())
                        .append(" deadline ")
                        .append(attempts.get(i).deadline());
                line.append(i + 1 < attempts.size() ? ", then " + gapMs(attempts, i) + " ms," : "");
            }
            note(line.toString());
        });
        return List.copyOf(items.values());
    }

    /** Time between the answer to one attempt and the arrival of the next, in whole milliseconds, rounded up: never less than the client waited. */
    static long gapMs(List<Arrival> attempts, int index) {
        return Math.floorDiv(
                attempts.get(index + 1).arrived() - attempts.get(index).answered() + 999_999, 1_000_000);
    }
}
