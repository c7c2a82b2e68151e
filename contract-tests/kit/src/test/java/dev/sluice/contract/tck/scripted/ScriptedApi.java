package dev.sluice.contract.tck.scripted;

import dev.sluice.contract.http.Headers;
import dev.sluice.contract.http.HttpReply;
import dev.sluice.contract.http.HttpRequest;
import dev.sluice.contract.http.LoopbackServer;
import dev.sluice.contract.json.Json;
import dev.sluice.contract.json.JsonWriter;
import dev.sluice.contract.tck.stage.RefusalReason;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** The calls of the scripted provider. */
final class ScriptedApi implements LoopbackServer.Handler {
    private static final String WORK = "/v1/work/";

    private final WorkPool pool;
    private final LeaseBook leases;
    private final Admission admission;
    private final RefusalWriter refusals;
    private final ItemReader items;
    private final Fault fault;

    ScriptedApi(WorkPool pool, Fault fault) {
        this.pool = pool;
        this.fault = fault;
        this.leases = new LeaseBook(fault);
        this.admission = new Admission(pool, leases, fault);
        this.refusals = new RefusalWriter(fault, 200);
        this.items = new ItemReader(fault);
    }

    @Override
    public Optional<HttpReply> answer(HttpRequest request, LoopbackServer.Caller caller) throws InterruptedException {
        String trace = Traces.of(request);
        String call = request.method() + " " + request.target();
        if (call.startsWith("GET " + WORK) || call.startsWith("DELETE " + WORK)) {
            return Optional.of(work(request.method(), request.target().substring(WORK.length()), trace));
        }
        try {
            return switch (call) {
                case "GET /v1/capacity" -> Optional.of(capacity());
                case "GET /metrics" ->
                    Optional.of(new HttpReply(
                            200,
                            Headers.of("Content-Type", "text/plain"),
                            pool.metrics().getBytes(StandardCharsets.UTF_8)));
                case "GET /v1/policy" -> Optional.of(json(200, pool.policy().document()));
                case "PUT /v1/policy" -> Optional.of(putPolicy(request, trace));
                case "POST /v1/leases" -> Optional.of(lease(ItemReader.object(request.body())));
                case "POST /v1/work" -> submit(request, caller, trace);
                default ->
                    Optional.of(json(
                            404,
                            Json.object().with("type", Json.of("about:blank")).with("status", Json.of(404))));
            };
        } catch (ItemReader.Rejected rejected) {
            return Optional.of(refuse(rejected.reason(), true, trace));
        }
    }

    private Optional<HttpReply> submit(HttpRequest request, LoopbackServer.Caller caller, String trace)
            throws ItemReader.Rejected, InterruptedException {
        long largest = pool.policy().number("maxItemBytes");
        if (request.body().length > largest * 4 / 3 + (1 << 20)) {
            throw new ItemReader.Rejected(RefusalReason.TOO_LARGE);
        }
        if (fault == Fault.PANICS_ON_DEPTH
                && new String(request.body(), StandardCharsets.ISO_8859_1).contains("[[[[")) {
            return Optional.empty();
        }
        ScriptedItem item = items.read(request.body());
        Optional<String> key = request.headers().first("Idempotency-Key");
        if (key.isPresent() && !key.get().equals("\"" + item.id() + "\"")) {
            throw new ItemReader.Rejected(RefusalReason.MALFORMED);
        }
        if (item.bytes().length > largest) {
            throw new ItemReader.Rejected(RefusalReason.TOO_LARGE);
        }
        Admission.Decision decision = admission.decide(item, trace);
        if (decision.refusal().isPresent()) {
            return Optional.of(refuse(decision.refusal().get(), true, trace));
        }
        boolean fragile = fault == Fault.WORK_TIED_TO_REQUEST || fault == Fault.PERMIT_LEAK_ON_DISCONNECT;
        if (fragile && decision.accepted().isPresent() && caller.hasGone()) {
            if (fault == Fault.WORK_TIED_TO_REQUEST) {
                pool.drop(decision.accepted().get());
            } else {
                pool.lose(1);
            }
        }
        return Optional.of(json(
                decision.replayed() ? 200 : 202,
                Json.object()
                        .with("workId", Json.of(item.id()))
                        .with("outcome", Json.of("ADMISSION_OUTCOME_ACCEPTED"))
                        .with("reason", Json.of("REFUSAL_REASON_UNSPECIFIED"))));
    }

    private HttpReply work(String method, String id, String trace) {
        Optional<WorkRecord> record = pool.find(id);
        if (record.isEmpty()) {
            if (fault == Fault.PHANTOM_COMPLETION || (fault == Fault.UNKNOWN_CANCEL_OK && method.equals("DELETE"))) {
                return json(
                        200, Json.object().with("workId", Json.of(id)).with("state", Json.of("WORK_STATE_COMPLETED")));
            }
            return refuse(RefusalReason.UNKNOWN_WORK, false, trace);
        }
        String state = method.equals("DELETE")
                ? pool.cancel(record.get())
                : record.get().state();
        Json.Obj status = Json.object()
                .with("workId", Json.of(id))
                .with("state", Json.of("WORK_STATE_" + state))
                .with("attempt", Json.of(record.get().item().attempt()));
        return json(
                200,
                record.get()
                        .error()
                        .map(error ->
                                status.with("error", Json.object().with("code", Json.of("WORK_ERROR_CODE_" + error))))
                        .orElse(status));
    }

    private HttpReply lease(Json.Obj request) throws ItemReader.Rejected {
        if (!pool.policy().has("leases")) {
            return json(404, Json.object().with("type", Json.of("about:blank")).with("status", Json.of(404)));
        }
        String client = ItemReader.text(request, "clientId");
        long asked = ItemReader.whole(request, "credits", 0, 2_000_000);
        synchronized (pool) {
            long ttl = pool.policy().number("leaseTtlMs");
            long most = (long) pool.load().available() * pool.policy().number("leaseOvercommitPercent") / 100;
            LeaseBook.Grant grant = leases.grant(client, asked, ttl, most);
            return json(
                    200,
                    Json.object()
                            .with("leaseId", Json.of(grant.id()))
                            .with("credits", Json.of(grant.credits()))
                            .with("ttlMs", Json.of(ttl)));
        }
    }

    private HttpReply putPolicy(HttpRequest request, String trace) throws ItemReader.Rejected, InterruptedException {
        Json.Obj wanted = ItemReader.object(request.body());
        String tag = "\"" + pool.policy().number("revision") + "\"";
        if (request.headers()
                .first("If-Match")
                .filter(match -> !match.equals(tag) && !match.equals("*"))
                .isPresent()) {
            return refuse(RefusalReason.POLICY_CONFLICT, false, trace);
        }
        if (fault == Fault.CLAMPS_SILENTLY) {
            wanted = ScriptedPolicy.clamped(wanted);
        }
        List<String> violations = ScriptedPolicy.violations(wanted);
        if (!violations.isEmpty()) {
            if (fault == Fault.PARTIAL_APPLY) {
                pool.apply(new ScriptedPolicy(pool.policy().mended(wanted)));
            }
            return refusals.refuse(RefusalReason.INVALID_POLICY, false, pool.load(), trace, violations);
        }
        ScriptedPolicy next = pool.policy().next(wanted);
        boolean smaller = next.limit() < pool.policy().limit();
        synchronized (pool) {
            while (fault == Fault.BLOCKS_ON_SHRINK && pool.used() > next.limit()) {
                pool.wait();
            }
        }
        if (fault != Fault.POLICY_NEEDS_RESTART || !smaller) {
            pool.apply(next);
        }
        return json(200, next.document());
    }

    private HttpReply capacity() throws InterruptedException {
        synchronized (pool) {
            while (fault == Fault.CAPACITY_SHARES_POOL
                    && pool.used() >= pool.policy().limit()) {
                pool.wait();
            }
        }
        Snapshot load = pool.load();
        int used = load.used();
        if (fault == Fault.TORN_READ) {
            Thread.sleep(2);
            Snapshot later = pool.load();
            used = later.used();
        }
        long maxAge = load.ttlMs() / 1000 + (fault == Fault.MAX_AGE_ABOVE_TTL ? 1 : 0);
        int rate = fault == Fault.RATE_ABOVE_AVAILABLE ? load.limit() : load.available();
        Headers headers = Headers.of(
                "Cache-Control",
                "max-age=" + maxAge,
                "RateLimit-Policy",
                "\"slots\";q=" + load.limit() + ";qu=\"concurrent-requests\"",
                "RateLimit",
                "\"slots\";r=" + rate);
        return HttpReply.json(
                200, "application/json", headers, JsonWriter.write(load.document(used, fault != Fault.TTL_MISSING)));
    }

    private HttpReply refuse(RefusalReason reason, boolean submission, String trace) {
        return refusals.refuse(reason, submission, pool.load(), trace, List.of());
    }

    private static HttpReply json(int status, Json.Obj body) {
        return HttpReply.json(status, "application/json", Headers.NONE, JsonWriter.write(body));
    }
}
