package dev.sluice.contract.tck.scripted;

import dev.sluice.contract.http.Headers;
import dev.sluice.contract.http.HttpReply;
import dev.sluice.contract.json.Json;
import dev.sluice.contract.json.JsonWriter;
import dev.sluice.contract.tck.stage.RefusalReason;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Writes a refusal as a problem document, in the way of the fault. */
record RefusalWriter(Fault fault, long retryAfterMs) {
    HttpReply refuse(RefusalReason reason, boolean submission, Snapshot load, String traceId, List<String> violations) {
        if (fault == Fault.PLAIN_TEXT_500 && reason.showsLoad()) {
            return new HttpReply(
                    500, Headers.of("Content-Type", "text/plain"), "overloaded".getBytes(StandardCharsets.UTF_8));
        }
        if (fault == Fault.MALFORMED_IS_500 && reason == RefusalReason.MALFORMED) {
            return new HttpReply(
                    500, Headers.of("Content-Type", "text/plain"), "fault".getBytes(StandardCharsets.UTF_8));
        }
        int status = status(reason, submission);
        List<Json> broken = new ArrayList<>();
        violations.forEach(
                where -> broken.add(Json.object().with("field", Json.of(where)).with("rule", Json.of("bound"))));
        Json.Obj problem = Json.object()
                .with("type", Json.of(reason.type()))
                .with("title", Json.of(reason.name()))
                .with("status", Json.of(status))
                .with("reason", Json.of(reason.wireName()))
                .with("retryable", Json.of(status == 503 || status == 429))
                .with("traceId", Json.of(traceId))
                .with("violations", new Json.Arr(broken));
        List<Headers.Field> headers = new ArrayList<>();
        if (status == 503 || status == 429) {
            problem = problem.with("retryAfterMs", Json.of(retryAfterMs))
                    .with("capacity", load.document(load.used(), true));
            headers.add(new Headers.Field("RateLimit", "\"slots\";r=" + load.available() + ";t=1"));
            if (fault != Fault.RETRY_AFTER_MISSING) {
                headers.add(new Headers.Field("Retry-After", retryAfter()));
            }
        }
        boolean hidden = fault == Fault.ERROR_IN_200 && reason.showsLoad();
        return HttpReply.json(
                hidden ? 200 : status, "application/problem+json", new Headers(headers), JsonWriter.write(problem));
    }

    private int status(RefusalReason reason, boolean submission) {
        return switch (fault) {
            case EVERYTHING_429 -> submission ? 429 : reason.status();
            case EVERYTHING_503 -> submission ? 503 : reason.status();
            default -> reason.status();
        };
    }

    private String retryAfter() {
        return switch (fault) {
            case RETRY_AFTER_ZERO -> "0";
            case RETRY_AFTER_PAST_DATE -> "Sun, 06 Nov 1994 08:49:37 GMT";
            case RETRY_AFTER_MILLISECONDS -> Long.toString(retryAfterMs);
            default -> Long.toString((retryAfterMs + 999) / 1000);
        };
    }
}
