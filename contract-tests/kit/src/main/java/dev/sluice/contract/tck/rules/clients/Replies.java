package dev.sluice.contract.tck.rules.clients;

import dev.sluice.contract.http.Headers;
import dev.sluice.contract.http.HttpReply;
import dev.sluice.contract.json.Json;
import dev.sluice.contract.json.JsonWriter;
import dev.sluice.contract.tck.stage.RefusalReason;
import java.util.Optional;

/** What the kit answers as a provider; for the purpose of a rule also what a provider must not. */
final class Replies {
    private Replies() {}

    static HttpReply accepted(Arrival arrival) {
        return json(
                202,
                "application/json",
                Headers.of("Location", "/v1/work/" + arrival.id()),
                Json.object()
                        .with("workId", Json.of(arrival.id()))
                        .with("outcome", Json.of("ADMISSION_OUTCOME_ACCEPTED"))
                        .with("reason", Json.of("REFUSAL_REASON_UNSPECIFIED"))
                        .with("retryable", Json.of(false)));
    }

    /** 503 QUEUE_FULL without a wait, in header and body. */
    static HttpReply fullWithoutWait() {
        return refusal(RefusalReason.QUEUE_FULL, true, Optional.empty(), Headers.NONE);
    }

    /** 503 QUEUE_FULL with a wait in the body, and in the header where it is positive. */
    static HttpReply full(long retryAfterMs) {
        Headers headers =
                retryAfterMs > 0 ? Headers.of("Retry-After", Long.toString((retryAfterMs + 999) / 1000)) : Headers.NONE;
        return refusal(RefusalReason.QUEUE_FULL, true, Optional.of(retryAfterMs), headers);
    }

    /** 503 QUEUE_FULL with a wait in the header only, in seconds. */
    static HttpReply fullByHeader(long seconds) {
        return refusal(
                RefusalReason.QUEUE_FULL, true, Optional.empty(), Headers.of("Retry-After", Long.toString(seconds)));
    }

    /** A refusal that is not to be tried again. */
    static HttpReply hopeless(RefusalReason reason) {
        return refusal(reason, false, Optional.empty(), Headers.NONE);
    }

    static HttpReply lease(String id, long credits, long ttlMs) {
        return json(
                200,
                "application/json",
                Headers.NONE,
                Json.object()
                        .with("leaseId", Json.of(id))
                        .with("credits", Json.of(credits))
                        .with("ttlMs", Json.of(ttlMs)));
    }

    static HttpReply capacity(int available, long ttlMs) {
        int limit = 100;
        int used = limit - available;
        return json(
                200,
                "application/json",
                Headers.of("Cache-Control", "max-age=" + ttlMs / 1000),
                document(limit, used, ttlMs));
    }

    private static Json.Obj document(int limit, int used, long ttlMs) {
        int running = Math.min(used, 4);
        return Json.object()
                .with("schemaVersion", Json.of(1))
                .with("providerId", Json.of("kit"))
                .with("epoch", Json.of("1"))
                .with("seq", Json.of("1"))
                .with("limit", Json.of(limit))
                .with("used", Json.of(used))
                .with("available", Json.of(limit - used))
                .with("level", Json.of(used == limit ? "CAPACITY_LEVEL_SATURATED" : "CAPACITY_LEVEL_NOMINAL"))
                .with("concurrencyLimit", Json.of(4))
                .with("queueLimit", Json.of(limit - 4))
                .with("running", Json.of(running))
                .with("queued", Json.of(used - running))
                .with("utilization", Json.of(running / 4))
                .with("ttlMs", Json.of(ttlMs))
                .with("policyRevision", Json.of("1"));
    }

    private static HttpReply refusal(
            RefusalReason reason, boolean retryable, Optional<Long> retryAfterMs, Headers headers) {
        Json.Obj problem = Json.object()
                .with("type", Json.of(reason.type()))
                .with("title", Json.of(reason.name()))
                .with("status", Json.of(reason.status()))
                .with("reason", Json.of(reason.wireName()))
                .with("retryable", Json.of(retryable))
                .with("traceId", Json.of("4bf92f3577b34da6a3ce929d0e0e4736"));
        if (reason.showsLoad()) {
            problem = problem.with("capacity", document(100, 100, 1000));
        }
        if (retryAfterMs.isPresent()) {
            problem = problem.with("retryAfterMs", Json.of(retryAfterMs.get()));
        }
        return json(reason.status(), "application/problem+json", headers, problem);
    }

    private static HttpReply json(int status, String mediaType, Headers headers, Json.Obj body) {
        return HttpReply.json(status, mediaType, headers, JsonWriter.write(body));
    }
}
