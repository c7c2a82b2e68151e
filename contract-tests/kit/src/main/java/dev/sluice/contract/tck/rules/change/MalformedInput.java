package dev.sluice.contract.tck.rules.change;

import dev.sluice.contract.http.Exchange;
import dev.sluice.contract.http.HttpReply;
import dev.sluice.contract.http.HttpRequest;
import dev.sluice.contract.json.Json;
import dev.sluice.contract.tck.stage.CapacityDocument;
import dev.sluice.contract.tck.stage.Item;
import dev.sluice.contract.tck.stage.Rule;
import dev.sluice.contract.tck.stage.RuleText;
import dev.sluice.contract.tck.stage.RuleType;
import dev.sluice.contract.tck.stage.Stage;
import dev.sluice.contract.tck.stage.Submission;
import dev.sluice.contract.tck.stage.Verdict;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Rule 10.4: bad input is refused, unknown input ignored. */
final class MalformedInput implements Rule {
    @Override
    public RuleText text() {
        return new RuleText(
                "10.4",
                RuleType.REQUIRED,
                "malformedInput",
                "Malformed input and an unknown major version MUST be answered 4xx and change nothing; unknown"
                        + " members MUST be ignored.",
                "It answers every malformed request with 4xx and nothing is used, counted or executed; unknown"
                        + " members, names as in the schema and numbers written as strings are taken.");
    }

    @Override
    public Verdict check(Stage stage) {
        List<String> faults = new ArrayList<>();
        stage.sink().shut();
        BadRequests.of(stage).forEach((what, request) -> refused(stage, what, request, faults));
        stage.linger();
        CapacityDocument after = stage.capacity();
        if (after.used() != 0) {
            faults.add("used is " + after.used() + " after malformed requests only");
        }
        int begun = stage.sink().log().begun().size();
        if (begun > 0) {
            faults.add(begun + " calls began after malformed requests only");
        }
        stage.settle();
        tolerated(stage).forEach((what, item) -> {
            Submission submission = stage.submit(item);
            Stage.reply("an item with " + what, submission.exchange());
            if (!submission.accepted()) {
                faults.add("an item with " + what + " was answered " + submission.summary() + ", not 202");
            }
            stage.settle();
        });
        return Verdict.of(faults.stream().limit(8).toList());
    }

    private static void refused(Stage stage, String what, HttpRequest request, List<String> faults) {
        Exchange exchange = stage.sendQuietly(request);
        stage.note("a submission with " + what + " -> " + exchange.summary());
        boolean closedOnSize = exchange.answer().isEmpty() && request.body().length > 1 << 20;
        int status = exchange.answer().map(HttpReply::status).orElse(0);
        if (!closedOnSize && (status < 400 || status > 499)) {
            faults.add("a submission with " + what + " was answered " + exchange.summary() + ", not 4xx");
        }
    }

    private static Map<String, Item> tolerated(Stage stage) {
        Map<String, Item> items = new LinkedHashMap<>();
        items.put(
                "an unknown member",
                stage.item().with("noSuchMember", Json.object().with("deep", new Json.Arr(List.of(Json.of(1))))));
        Item named = stage.item();
        items.put(
                "names as in the schema",
                new Item(named.without("workId").without("deadlineMs").body())
                        .with("work_id", Json.of(named.id()))
                        .with("deadline_ms", named.body().get("deadlineMs").orElseThrow()));
        items.put("numbers written as strings", stage.item().with("attempt", Json.of("1")));
        items.put("numbers with a zero fraction", stage.item().with("attempt", new Json.Num(new BigDecimal("1.0"))));
        items.put("an enum by number", stage.item().with("criticality", Json.of(2)));
        items.put("absent members as null", stage.item().with("leaseId", new Json.Null()));
        items.put("schema version 1", stage.item().with("schemaVersion", Json.of(1)));
        return items;
    }
}
