package dev.sluice.contract.client;

import dev.sluice.contract.json.Json;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;

/**
 * What a client is asked to do.
 *
 * @param items how many items to submit
 * @param concurrency most items under way at once
 * @param deadlineMs the deadline of every first attempt, in milliseconds
 * @param retry the retry policy
 * @param leased whether it has to acquire a lease
 * @param followsCapacity whether it has to follow the capacity document
 * @param seed where its jitter follows from
 */
public record ClientTask(
        int items,
        int concurrency,
        long deadlineMs,
        Json.Obj retry,
        boolean leased,
        boolean followsCapacity,
        long seed) {

    /** Items one after the other, without lease and capacity. */
    public static ClientTask of(int items, Json.Obj retry, long seed) {
        return new ClientTask(items, 1, 60_000, retry, false, false, seed);
    }

    /** The same with so many items under way at once. */
    public ClientTask atOnce(int most) {
        return new ClientTask(items, most, deadlineMs, retry, leased, followsCapacity, seed);
    }

    /** The same under a lease. */
    public ClientTask underLease() {
        return new ClientTask(items, concurrency, deadlineMs, retry, true, followsCapacity, seed);
    }

    /** The same following the capacity. */
    public ClientTask followingCapacity() {
        return new ClientTask(items, concurrency, deadlineMs, retry, leased, true, seed);
    }

    /** The same with another seed. */
    public ClientTask seeded(long other) {
        return new ClientTask(items, concurrency, deadlineMs, retry, leased, followsCapacity, other);
    }

    /** The arguments of the contract. */
    List<String> arguments(URI provider, Path policy) {
        return List.of(
                "--provider=" + provider,
                "--items=" + items,
                "--concurrency=" + concurrency,
                "--deadline-ms=" + deadlineMs,
                "--retry-policy=" + policy,
                "--lease=" + (leased ? "required" : "none"),
                "--capacity=" + (followsCapacity ? "follow" : "none"),
                "--seed=" + seed);
    }
}
