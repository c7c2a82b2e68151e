package dev.sluice.contract.tck.stage;

import java.time.Duration;

/**
 * How patient and how thorough a run is. No verdict depends on a time being short: the bounds below end waiting for what may never come.
 *
 * @param ceiling how long "eventually" polls
 * @param replyTimeout how long a reply may take before it counts as none
 * @param linger how long the kit looks for calls that must not come; longer finds more, and never blames a correct provider
 * @param rounds how often concurrent rules repeat their stimulus
 * @param surplus how many submissions beyond {@code queue_limit} compete for the slots
 * @param deadlineMs the {@code deadline_ms} of items, in milliseconds
 * @param limit how long a whole run may take; what has not run by then is inconclusive
 * @param sinkPort the loopback port of the sink, 0 for any free one
 */
public record Profile(
        Duration ceiling,
        Duration replyTimeout,
        Duration linger,
        int rounds,
        int surplus,
        long deadlineMs,
        Duration limit,
        int sinkPort) {

    public Profile {
        if (rounds < 1 || surplus < 1 || deadlineMs < 1 || sinkPort < 0 || sinkPort > 65_535) {
            throw new IllegalArgumentException(
                    "a profile needs at least one round, surplus and millisecond, and a port");
        }
    }

    /** The figures of {@code PROTOCOL.md}: 10 s, 20 rounds, 24 more than fit. */
    public static Profile standard() {
        return new Profile(
                Duration.ofSeconds(10),
                Duration.ofSeconds(10),
                Duration.ofMillis(150),
                20,
                24,
                60_000,
                Duration.ofMinutes(10),
                0);
    }

    /** The same with fewer rounds, for a first look. */
    public static Profile quick() {
        return standard().withRounds(3);
    }

    /**
     * The profile of a word: {@code quick} or {@code full}.
     *
     * @throws IllegalArgumentException if it is another
     */
    public static Profile named(String word) {
        return switch (word) {
            case "quick" -> quick();
            case "full" -> standard();
            default -> throw new IllegalArgumentException("is quick or full, not \"" + word + "\"");
        };
    }

    /** The same with another bound for everything that is waited for. */
    public Profile waitingAtMost(Duration wait) {
        return new Profile(wait, wait, linger, rounds, surplus, deadlineMs, limit, sinkPort);
    }

    /** The same with another number of rounds. */
    public Profile withRounds(int count) {
        return new Profile(ceiling, replyTimeout, linger, count, surplus, deadlineMs, limit, sinkPort);
    }

    /** The same with another bound for the whole run. */
    public Profile endingWithin(Duration time) {
        return new Profile(ceiling, replyTimeout, linger, rounds, surplus, deadlineMs, time, sinkPort);
    }

    /** The same with the sink at a fixed port, for a provider whose downstream allow-list names ports. */
    public Profile withSinkPort(int port) {
        return new Profile(ceiling, replyTimeout, linger, rounds, surplus, deadlineMs, limit, port);
    }
}
