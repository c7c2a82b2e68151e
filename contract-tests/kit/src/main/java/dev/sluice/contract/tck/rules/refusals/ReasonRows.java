package dev.sluice.contract.tck.rules.refusals;

import dev.sluice.contract.http.Headers;
import dev.sluice.contract.http.HttpRequest;
import dev.sluice.contract.json.Json;
import dev.sluice.contract.json.JsonWriter;
import dev.sluice.contract.tck.stage.Item;
import dev.sluice.contract.tck.stage.Limits;
import dev.sluice.contract.tck.stage.RefusalReason;
import dev.sluice.contract.tck.stage.Stage;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The rows of rule 3.4 that any provider can be brought to, by {@code PROTOCOL.md}'s table of reasons and order of checks. */
final class ReasonRows {
    private static final long LONGEST_PAYLOAD = 16L << 20;

    private ReasonRows() {}

    /** Requests that are refused whatever the load is; none changes anything. */
    static List<ReasonRow> anyLoad(Stage stage) {
        Limits limits = stage.limits();
        List<ReasonRow> rows = new ArrayList<>();
        rows.add(new ReasonRow("no JSON", HttpRequest.json("POST", "/v1/work", "{"), RefusalReason.MALFORMED));
        rows.add(submit("no tenant", stage.item().without("tenant"), RefusalReason.MALFORMED));
        rows.add(submit("no deadline", stage.item().without("deadlineMs"), RefusalReason.MALFORMED));
        rows.add(submit("attempt 0", stage.item().with("attempt", Json.of(0)), RefusalReason.MALFORMED));
        rows.add(submit(
                "schema version 2", stage.item().with("schemaVersion", Json.of(2)), RefusalReason.UNSUPPORTED_VERSION));
        rows.add(submit("deadline 0", late(stage.item()), RefusalReason.DEADLINE_EXCEEDED));
        rows.add(
                submit("deadline -1", stage.item().with("deadlineMs", Json.of("-1")), RefusalReason.DEADLINE_EXCEEDED));
        rows.add(submit("attempt above the maximum", exhausted(stage), RefusalReason.ATTEMPTS_EXHAUSTED));
        rows.add(submit("downstream not allowed", astray(stage.item()), RefusalReason.DOWNSTREAM_NOT_ALLOWED));
        rows.add(submit(
                "deadline 0 and attempt above the maximum", late(exhausted(stage)), RefusalReason.DEADLINE_EXCEEDED));
        rows.add(submit(
                "attempt above the maximum and downstream not allowed",
                astray(exhausted(stage)),
                RefusalReason.ATTEMPTS_EXHAUSTED));
        if (limits.maxItemBytes() < LONGEST_PAYLOAD) {
            String payload = "AAAA".repeat((int) (limits.maxItemBytes() / 3 + 1));
            rows.add(submit(
                    "payload above max_item_bytes",
                    stage.item().with("payload", Json.of(payload)),
                    RefusalReason.TOO_LARGE));
        }
        rows.add(new ReasonRow(
                "status of an unknown item",
                HttpRequest.of("GET", "/v1/work/" + stage.item().id()),
                RefusalReason.UNKNOWN_WORK));
        rows.add(new ReasonRow(
                "policy with an unknown member",
                HttpRequest.json(
                        "PUT", "/v1/policy", JsonWriter.write(limits.policy().with("noSuchMember", Json.of(true)))),
                RefusalReason.INVALID_POLICY));
        rows.add(new ReasonRow("policy for another revision", conflicting(limits), RefusalReason.POLICY_CONFLICT));
        return rows;
    }

    /** Requests to a full provider that holds the item. */
    static List<ReasonRow> whileFull(Stage stage, Item held) {
        Item reused = held.with("payload", Json.of("b3RoZXI="));
        return List.of(
                submit("a new item while full", stage.item(), RefusalReason.QUEUE_FULL),
                submit("another item under a known id while full", reused, RefusalReason.WORK_ID_REUSED),
                submit("another item under a known id, deadline 0", late(reused), RefusalReason.WORK_ID_REUSED),
                submit(
                        "a known id with attempt 0 while full",
                        held.with("attempt", Json.of(0)),
                        RefusalReason.MALFORMED));
    }

    static Item exhausted(Stage stage) {
        return stage.item().with("attempt", Json.of(stage.limits().maxAttempts() + 1));
    }

    private static Item late(Item item) {
        return item.with("deadlineMs", Json.of("0"));
    }

    private static Item astray(Item item) {
        return item.with(
                "attributes", Json.object().with("sluice.downstream", Json.of("http://sluice.invalid:9/work")));
    }

    private static HttpRequest conflicting(Limits limits) {
        return new HttpRequest(
                "PUT",
                "/v1/policy",
                Headers.of("Content-Type", "application/json", "If-Match", "\"18446744073709551614\""),
                JsonWriter.write(limits.policy()).getBytes(StandardCharsets.UTF_8));
    }

    private static ReasonRow submit(String when, Item item, RefusalReason expected) {
        return new ReasonRow(when, item.submission(), expected);
    }
}
