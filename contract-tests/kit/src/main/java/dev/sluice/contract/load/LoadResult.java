package dev.sluice.contract.load;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.HdrHistogram.Histogram;

/**
 * What a workload came to.
 *
 * @param workload its name
 * @param sent submissions that were sent
 * @param replies how many there were of each status; those without a reply are under 0
 * @param accepted the ids answered with 202
 * @param doubtful the ids without a reply: accepted or not, nobody knows
 * @param latency from the intended time to the reply, in microseconds; reported, never judged
 * @param lag from the intended time to the sending, in microseconds
 * @param seconds how long it took
 */
public record LoadResult(
        String workload,
        int sent,
        Map<Integer, Integer> replies,
        List<String> accepted,
        List<String> doubtful,
        Histogram latency,
        Histogram lag,
        double seconds) {
    public LoadResult {
        replies = Map.copyOf(replies);
        accepted = List.copyOf(accepted);
        doubtful = List.copyOf(doubtful);
    }

    /** Submissions in a second. */
    public double rate() {
        return sent / seconds;
    }

    /** The figures in one line. */
    public String summary() {
        return String.format(
                Locale.ROOT,
                "%s: %d sent in %.1f s (%.0f/s), replies %s; latency p50 %.1f ms, p99 %.1f ms; send lag p99 %.1f ms",
                workload,
                sent,
                seconds,
                rate(),
                new TreeMap<>(replies),
                latency.getValueAtPercentile(50) / 1e3,
                latency.getValueAtPercentile(99) / 1e3,
                lag.getValueAtPercentile(99) / 1e3);
    }
}
