package dev.sluice.contract.load;

import java.time.Duration;
import java.util.List;
import java.util.stream.LongStream;

/**
 * When submissions are meant to be sent, whatever becomes of earlier ones (open loop).
 *
 * @param name what it is called in reports
 * @param dueNanos the intended times since the begin, rising, in nanoseconds
 */
@SuppressWarnings("ArrayRecordComponent")
public record Workload(String name, long[] dueNanos) {
    private static final double NANOS = 1e9;

    /** The time from the begin to the last submission. */
    public Duration length() {
        return Duration.ofNanos(dueNanos.length == 0 ? 0 : dueNanos[dueNanos.length - 1]);
    }

    /** The same rate all the time. */
    public static Workload steady(double perSecond, Duration time) {
        return new Workload(
                "steady", between(perSecond, perSecond, 0, time.toNanos()).toArray());
    }

    /** A base rate, and every so often a number of submissions in one moment. */
    public static Workload microburst(double perSecond, Duration time, int burst, Duration every) {
        LongStream bursts = LongStream.iterate(every.toNanos(), at -> at < time.toNanos(), at -> at + every.toNanos())
                .flatMap(at -> LongStream.generate(() -> at).limit(burst));
        return new Workload(
                "microburst",
                LongStream.concat(between(perSecond, perSecond, 0, time.toNanos()), bursts)
                        .sorted()
                        .toArray());
    }

    /** A rate that rises evenly from one to another. */
    public static Workload ramp(double from, double to, Duration time) {
        return new Workload("ramp", between(from, to, 0, time.toNanos()).toArray());
    }

    /** A third of the time at a base rate, a third at ten times as much, a third at the base rate again. */
    public static Workload recovery(double perSecond, Duration time) {
        long third = time.toNanos() / 3;
        return new Workload(
                "recovery",
                LongStream.concat(
                                between(perSecond, perSecond, 0, third),
                                LongStream.concat(
                                        between(10 * perSecond, 10 * perSecond, third, third),
                                        between(perSecond, perSecond, 2 * third, third)))
                        .toArray());
    }

    /** All at once: as fast as the connections can. */
    public static Workload flood(int submissions) {
        return new Workload("flood", new long[submissions]);
    }

    /**
     * The times of a trace: CSV with a header line that has the column {@code offset_ms}.
     *
     * @throws IllegalArgumentException if the text is no such trace; the message has the line
     */
    public static Workload trace(String csv) {
        List<String> lines = csv.lines().toList();
        List<String> header =
                lines.isEmpty() ? List.of() : List.of(lines.get(0).strip().split(",", -1));
        int column = header.indexOf("offset_ms");
        if (column < 0) {
            throw new IllegalArgumentException("line 1: a trace has a header with the column offset_ms");
        }
        long[] due = new long[lines.size() - 1];
        for (int i = 1; i < lines.size(); i++) {
            String[] cells = lines.get(i).strip().split(",", -1);
            String cell = column < cells.length ? cells[column].strip() : "";
            if (!cell.matches("[0-9]{1,10}(\\.[0-9]{1,6})?")) {
                throw new IllegalArgumentException(
                        "line " + (i + 1) + ": offset_ms is \"" + cell + "\", no number of milliseconds");
            }
            due[i - 1] = (long) (Double.parseDouble(cell) * 1e6);
            if (i > 1 && due[i - 1] < due[i - 2]) {
                throw new IllegalArgumentException("line " + (i + 1) + ": offset_ms is below that of the line before");
            }
        }
        return new Workload("trace", due);
    }

    private static LongStream between(double from, double to, long start, long nanos) {
        double seconds = nanos / NANOS;
        long count = (long) ((from + to) / 2 * seconds);
        return LongStream.range(0, count).map(k -> start + (long) (at(k, from, to, seconds) * NANOS));
    }

    /** When the k-th submission is due, in seconds: the rate's integral reaches k. */
    private static double at(long k, double from, double to, double seconds) {
        double slope = (to - from) / seconds;
        return slope == 0 ? k / from : (Math.sqrt(from * from + 2 * slope * k) - from) / slope;
    }
}
