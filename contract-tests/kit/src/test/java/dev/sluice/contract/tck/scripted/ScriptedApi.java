package dev.sluice.contract.tck.scripted;

import dev.sluice.contract.http.Headers;
import dev.sluice.contract.http.HttpReply;
import dev.sluice.contract.http.HttpRequest;
import dev.sluice.contract.json.Json;
import dev.sluice.contract.json.JsonReader;
import dev.sluice.contract.json.JsonSyntaxException;
import dev.sluice.contract.json.JsonWriter;
import dev.sluice.contract.tck.stage.RefusalReason;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** The calls of the scripted provider. */
final class ScriptedApi {
    private static final String WORK = "/v1/work/";

    private final int concurrency;
    private final int queued;
    private final WorkPool pool;
    private final RefusalWriter refusals;
    private final AdmissionChecks checks = new AdmissionChecks(5, 1 << 20);

    ScriptedApi(int concurrency, int queued, WorkPool pool, Fault fault) {
        this.concurrency = concurrency;
        this.queued = queued;
        this.pool = pool;
        this.refusals = new RefusalWriter(fault, 200);
    }

    HttpReply answer(HttpRequest request) throws InterruptedException {
        String call = request.method() + " " + request.target();
        if (call.equals("GET /v1/capacity")) {
            return json(200, capacity());
        }
        if (call.equals("GET /v1/policy")) {
            return json(200, policy());
        }
        if (call.equals("PUT /v1/policy")) {
            return putPolicy(request);
        }
        if (call.equals("POST /v1/work")) {
            return submit(request);
        }
        if (call.startsWith("GET " + WORK)) {
            String workId = request.target().substring(WORK.length());
            return pool.state(workId)
                    .map(state -> json(
                            200, Json.object().with("workId", Json.of(workId)).with("state", Json.of(state))))
                    .orElseGet(() -> refusals.refuse(RefusalReason.UNKNOWN_WORK, false, capacity()));
        }
        return json(404, Json.object().with("type", Json.of("about:blank")).with("status", Json.of(404)));
    }

    private HttpReply submit(HttpRequest request) throws InterruptedException {
        Optional<Json.Obj> body = object(request);
        if (body.isEmpty()) {
            return refuse(RefusalReason.MALFORMED);
        }
        Json.Obj item = body.get();
        Optional<RefusalReason> malformed = checks.wellFormed(item);
        if (malformed.isPresent()) {
            return refuse(malformed.get());
        }
        Optional<WorkPool.Decision> known = pool.known(item);
        if (known.isPresent()) {
            return reply(item, known.get());
        }
        Optional<RefusalReason> hopeless = checks.worthTrying(item);
        return hopeless.isPresent() ? refuse(hopeless.get()) : reply(item, pool.admit(item));
    }

    private HttpReply reply(Json.Obj item, WorkPool.Decision decision) {
        return switch (decision) {
            case ACCEPTED -> json(202, admission(item));
            case REPLAYED -> json(200, admission(item));
            case REUSED -> refuse(RefusalReason.WORK_ID_REUSED);
            case FULL -> refuse(RefusalReason.QUEUE_FULL);
        };
    }

    private HttpReply refuse(RefusalReason reason) {
        return refusals.refuse(reason, true, capacity());
    }

    private HttpReply putPolicy(HttpRequest request) {
        if (request.headers()
                .first("If-Match")
                .filter(tag -> !tag.equals("\"1\""))
                .isPresent()) {
            return refusals.refuse(RefusalReason.POLICY_CONFLICT, false, capacity());
        }
        return object(request).filter(policy()::equals).isPresent()
                ? json(200, policy())
                : refusals.refuse(RefusalReason.INVALID_POLICY, false, capacity());
    }

    private Json.Obj capacity() {
        WorkPool.Load load = pool.load();
        return Json.object()
                .with("limit", Json.of(concurrency + queued))
                .with("used", Json.of(load.running() + load.queued()))
                .with("running", Json.of(load.running()))
                .with("queued", Json.of(load.queued()));
    }

    private Json.Obj policy() {
        return Json.object()
                .with("revision", Json.of("1"))
                .with("concurrencyLimit", Json.of(concurrency))
                .with("queueLimit", Json.of(queued))
                .with("maxAttempts", Json.of(5))
                .with("maxItemBytes", Json.of(1 << 20))
                .with("retry", Json.object().with("maxBackoffMs", Json.of(5000)));
    }

    private static Json.Obj admission(Json.Obj item) {
        return Json.object()
                .with("workId", Json.of(item.text("workId").orElse("")))
                .with("outcome", Json.of("ADMISSION_OUTCOME_ACCEPTED"))
                .with("reason", Json.of("REFUSAL_REASON_UNSPECIFIED"));
    }

    private static Optional<Json.Obj> object(HttpRequest request) {
        try {
            return JsonReader.read(request.body()) instanceof Json.Obj object ? Optional.of(object) : Optional.empty();
        } catch (JsonSyntaxException noJson) {
            return Optional.empty();
        }
    }

    private static HttpReply json(int status, Json.Obj body) {
        return new HttpReply(
                status,
                Headers.of("Content-Type", "application/json"),
                JsonWriter.write(body).getBytes(StandardCharsets.UTF_8));
    }
}
