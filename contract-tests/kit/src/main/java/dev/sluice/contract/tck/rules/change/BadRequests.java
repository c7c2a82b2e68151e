package dev.sluice.contract.tck.rules.change;

import dev.sluice.contract.http.Headers;
import dev.sluice.contract.http.HttpRequest;
import dev.sluice.contract.json.Json;
import dev.sluice.contract.json.JsonWriter;
import dev.sluice.contract.tck.stage.Stage;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Requests that are malformed, made from a valid item by the schema: type, bound, absence, repetition, depth, size, encoding. */
final class BadRequests {
    private BadRequests() {}

    static Map<String, HttpRequest> of(Stage stage) {
        Map<String, HttpRequest> bad = new LinkedHashMap<>();
        texts(stage, bad);
        wrongTypes(stage, bad);
        outOfBounds(stage, bad);
        for (String name : List.of("workId", "tenant", "kind", "criticality", "deadlineMs", "attempt")) {
            bad.put(name + " absent", stage.item().without(name).submission());
            bad.put(name + " null", stage.item().with(name, new Json.Null()).submission());
        }
        bad.put(
                "schema version 2",
                stage.item().with("schemaVersion", Json.of(2)).submission());
        bad.put(
                "schema version 0",
                stage.item().with("schemaVersion", Json.of(0)).submission());
        bad.put(
                "another major version of the path",
                HttpRequest.json(
                        "POST", "/v2/work", JsonWriter.write(stage.item().body())));
        HttpRequest keyed = stage.item().submission();
        bad.put(
                "Idempotency-Key of another item",
                new HttpRequest(
                        keyed.method(),
                        keyed.target(),
                        Headers.of("Content-Type", "application/json", "Idempotency-Key", "\"another\""),
                        keyed.body()));
        return bad;
    }

    private static void texts(Stage stage, Map<String, HttpRequest> bad) {
        String good = JsonWriter.write(stage.item().body());
        bad.put("no body", post(""));
        bad.put("a list", post("[]"));
        bad.put("null", post("null"));
        bad.put("half a text", post(good.substring(0, good.length() / 2)));
        bad.put("text after the value", post(JsonWriter.write(stage.item().body()) + "x"));
        bad.put("a member twice", post(JsonWriter.write(stage.item().body()).replaceFirst("\\{", "{\"attempt\":1,")));
        bad.put(
                "a member under both its names",
                post(JsonWriter.write(stage.item().body()).replaceFirst("\\{", "{\"work_id\":\"other\",")));
        bad.put("10,000 levels", post("{\"x\":" + "[".repeat(10_000) + "]".repeat(10_000) + "}"));
        bad.put("a string that does not end", post("{\"workId\":\"" + "a".repeat(1000)));
        bad.put(
                "a number with a leading zero",
                post(JsonWriter.write(stage.item().without("attempt").body()).replaceFirst("\\{", "{\"attempt\":01,")));
        bad.put("invalid UTF-8", invalidUtf8(stage));
        long bytes = Math.max(10L << 20, Math.min(stage.limits().maxItemBytes() * 2 + (4L << 20), 40L << 20));
        bad.put(
                "a body of " + (bytes >> 20) + " MiB",
                stage.item().with("payload", Json.of("A".repeat((int) bytes))).submission());
    }

    private static HttpRequest invalidUtf8(Stage stage) {
        HttpRequest request = stage.item().with("kind", Json.of("kindkind")).submission();
        byte[] body = request.body().clone();
        int at = new String(body, StandardCharsets.ISO_8859_1).indexOf("kindkind");
        body[at + 2] = (byte) 0xff;
        return new HttpRequest(request.method(), request.target(), request.headers(), body);
    }

    private static void wrongTypes(Stage stage, Map<String, HttpRequest> bad) {
        for (String name : List.of("workId", "tenant", "kind", "payload", "leaseId")) {
            bad.put(name + " a number", stage.item().with(name, Json.of(7)).submission());
        }
        for (String name : List.of("deadlineMs", "attempt", "cost", "schemaVersion")) {
            bad.put(name + " a word", stage.item().with(name, Json.of("seven")).submission());
            bad.put(name + " true", stage.item().with(name, Json.of(true)).submission());
            bad.put(
                    name + " 1.5",
                    stage.item().with(name, new Json.Num(new BigDecimal("1.5"))).submission());
            bad.put(name + " an object", stage.item().with(name, Json.object()).submission());
        }
        bad.put(
                "attributes a list",
                stage.item().with("attributes", new Json.Arr(List.of())).submission());
        bad.put(
                "an attribute a number",
                stage.item()
                        .with("attributes", Json.object().with("a", Json.of(1)))
                        .submission());
        bad.put(
                "criticality unknown",
                stage.item().with("criticality", Json.of("CRITICALITY_LOWEST")).submission());
        bad.put(
                "criticality true",
                stage.item().with("criticality", Json.of(true)).submission());
        bad.put(
                "payload no base64",
                stage.item().with("payload", Json.of("***")).submission());
    }

    private static void outOfBounds(Stage stage, Map<String, HttpRequest> bad) {
        for (String name : List.of("workId", "tenant", "kind", "leaseId")) {
            bad.put(name + " empty", stage.item().with(name, Json.of("")).submission());
            bad.put(
                    name + " with a space",
                    stage.item().with(name, Json.of("a b")).submission());
            bad.put(
                    name + " of 129 characters",
                    stage.item().with(name, Json.of("a".repeat(129))).submission());
        }
        bad.put(
                "criticality unspecified",
                stage.item()
                        .with("criticality", Json.of("CRITICALITY_UNSPECIFIED"))
                        .submission());
        bad.put("criticality 99", stage.item().with("criticality", Json.of(99)).submission());
        bad.put(
                "deadline above a day",
                stage.item().with("deadlineMs", Json.of("86400001")).submission());
        bad.put(
                "deadline 2^63",
                stage.item().with("deadlineMs", Json.of("9223372036854775808")).submission());
        bad.put("attempt 0", stage.item().with("attempt", Json.of(0)).submission());
        bad.put("attempt -1", stage.item().with("attempt", Json.of(-1)).submission());
        bad.put("attempt 2^32", stage.item().with("attempt", Json.of(1L << 32)).submission());
        bad.put("cost 0", stage.item().with("cost", Json.of(0)).submission());
        bad.put(
                "cost above a million",
                stage.item().with("cost", Json.of(1_000_001)).submission());
        Json.Obj many = Json.object();
        for (int i = 0; i < 65; i++) {
            many = many.with("a" + i, Json.of("x"));
        }
        bad.put("65 attributes", stage.item().with("attributes", many).submission());
        bad.put(
                "an attribute of 4,097 bytes",
                stage.item()
                        .with("attributes", Json.object().with("a", Json.of("x".repeat(4097))))
                        .submission());
    }

    private static HttpRequest post(String text) {
        return HttpRequest.json("POST", "/v1/work", text);
    }
}
