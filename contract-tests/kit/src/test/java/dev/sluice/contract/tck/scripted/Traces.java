package dev.sluice.contract.tck.scripted;

import dev.sluice.contract.http.Headers;
import dev.sluice.contract.http.HttpRequest;
import java.util.Locale;

/** The fields of a downstream call. */
final class Traces {
    private Traces() {}

    static Headers headers(WorkRecord record, Fault fault) {
        boolean lost = fault == Fault.NEW_TRACE_ROOT || (fault == Fault.TRACE_LOST_IN_QUEUE && record.waited());
        String trace = lost ? "ab".repeat(16) : record.traceId();
        long left =
                fault == Fault.DEADLINE_FORWARDED_AS_SENT ? record.item().deadlineMs() : Math.max(1, record.leftMs());
        return Headers.of(
                "Content-Type",
                "application/octet-stream",
                "Sluice-Work-Id",
                record.item().id(),
                "Sluice-Attempt",
                Long.toString(record.item().attempt()),
                "Sluice-Deadline-Ms",
                Long.toString(left),
                "traceparent",
                "00-" + trace + "-" + String.format(Locale.ROOT, "%016x", System.nanoTime() | 1) + "-01");
    }

    /** The trace-id of a request, or a new one. */
    static String of(HttpRequest request) {
        return request.headers()
                .first("traceparent")
                .filter(value -> value.matches("00-(?!0{32})[0-9a-f]{32}-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}"))
                .map(value -> value.substring(3, 35))
                .orElseGet(() -> String.format(Locale.ROOT, "%032x", System.nanoTime() | 1));
    }
}
