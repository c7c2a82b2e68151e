package dev.sluice.contract.tck.scripted;

import dev.sluice.contract.tck.stage.RefusalReason;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** What the provider counts; guarded by the pool's monitor. */
final class Counts {
    private final Map<String, Long> settled = new TreeMap<>();
    private final Map<RefusalReason, Long> rejected = new EnumMap<>(RefusalReason.class);
    private long accepted;
    private long replayed;
    private long waits;
    private double waitedSeconds;

    Counts() {
        for (String state : new String[] {"completed", "failed", "expired", "cancelled"}) {
            settled.put(state, 0L);
        }
    }

    void accept() {
        accepted++;
    }

    void replay() {
        replayed++;
    }

    void reject(RefusalReason reason) {
        rejected.merge(reason, 1L, Long::sum);
    }

    void settle(String state) {
        settled.merge(state.toLowerCase(Locale.ROOT), 1L, Long::sum);
    }

    void waited(long nanos) {
        waits++;
        waitedSeconds += nanos / 1e9;
    }

    String text(Snapshot load, Fault fault, String lastId) {
        StringBuilder out = new StringBuilder();
        gauge(out, "backpressure_queue_size", load.queued());
        gauge(out, "backpressure_queue_capacity", load.queueLimit());
        gauge(out, "backpressure_work_running", load.running());
        gauge(out, "backpressure_concurrency_limit", load.concurrencyLimit());
        String requests = "backpressure_admission_requests_total";
        out.append("# TYPE ").append(requests).append(" counter\n");
        sample(out, requests, "{outcome=\"accepted\",error_type=\"\"}", accepted);
        sample(out, requests, "{outcome=\"replayed\",error_type=\"\"}", replayed);
        rejected.forEach((reason, count) -> sample(
                out,
                requests,
                "{outcome=\"rejected\",error_type=\"" + reason.name().toLowerCase(Locale.ROOT) + "\"}",
                count));
        out.append("# TYPE backpressure_work_settled_total counter\n");
        settled.forEach(
                (state, count) -> sample(out, "backpressure_work_settled_total", "{state=\"" + state + "\"}", count));
        String wait = fault == Fault.MILLISECOND_UNIT
                ? "backpressure_queue_wait_duration_milliseconds"
                : "backpressure_queue_wait_duration_seconds";
        out.append("# TYPE ").append(wait).append(" histogram\n");
        sample(out, wait + "_bucket", "{le=\"+Inf\"}", waits);
        out.append(wait).append("_sum ").append(waitedSeconds).append('\n');
        sample(out, wait + "_count", "", waits);
        if (fault == Fault.ID_AS_LABEL) {
            out.append("# TYPE last_items counter\n").append(lastId);
        }
        return out.toString();
    }

    private static void gauge(StringBuilder out, String name, long value) {
        out.append("# TYPE ").append(name).append(" gauge\n");
        sample(out, name, "", value);
    }

    private static void sample(StringBuilder out, String name, String labels, long value) {
        out.append(name).append(labels).append(' ').append(value).append('\n');
    }
}
