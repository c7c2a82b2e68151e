package dev.sluice.contract.tck.stage;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.LongSupplier;

/** What was sent and seen while a rule ran, in order, with milliseconds since its start: the first 100 entries and the last 100. */
public final class Timeline {
    private static final int KEPT = 100;
    private static final int MOST_DEPTHS = 5000;

    private final LongSupplier nanoClock;
    private final long startNanos;
    private final List<String> first = new ArrayList<>();
    private final Deque<String> last = new ArrayDeque<>();
    private final List<Depth> depths = new ArrayList<>();
    private int dropped;

    /**
     * An empty timeline.
     *
     * @param nanoClock a monotonic clock, in nanoseconds
     */
    public Timeline(LongSupplier nanoClock) {
        this.nanoClock = nanoClock;
        this.startNanos = nanoClock.getAsLong();
    }

    /** Adds an entry. */
    public synchronized void add(String what) {
        String entry = String.format("%+6d ms  %s", elapsedNanos() / 1_000_000, what);
        if (first.size() < KEPT) {
            first.add(entry);
            return;
        }
        last.addLast(entry);
        if (last.size() > KEPT) {
            last.removeFirst();
            dropped++;
        }
    }

    /** Adds how full the provider said it was; the first 5,000 are kept. */
    public synchronized void depth(long used, long limit) {
        long now = elapsedNanos() / 1_000_000;
        if (depths.size() < MOST_DEPTHS) {
            depths.add(new Depth(now, used, limit));
        }
    }

    /** How full the provider said it was, in order. */
    public synchronized List<Depth> depths() {
        return List.copyOf(depths);
    }

    /** Nanoseconds since the start. */
    public long elapsedNanos() {
        return nanoClock.getAsLong() - startNanos;
    }

    /** The entries. */
    public synchronized List<String> entries() {
        List<String> entries = new ArrayList<>(first);
        if (dropped > 0) {
            entries.add("... " + dropped + " entries left out ...");
        }
        entries.addAll(last);
        return List.copyOf(entries);
    }
}
