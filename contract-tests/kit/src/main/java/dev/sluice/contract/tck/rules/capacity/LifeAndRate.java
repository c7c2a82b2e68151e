package dev.sluice.contract.tck.rules.capacity;

import dev.sluice.contract.http.Headers;
import dev.sluice.contract.http.HttpReply;
import dev.sluice.contract.http.HttpRequest;
import dev.sluice.contract.http.StructuredList;
import dev.sluice.contract.json.Json;
import dev.sluice.contract.tck.stage.CapacityDocument;
import dev.sluice.contract.tck.stage.Rule;
import dev.sluice.contract.tck.stage.RuleText;
import dev.sluice.contract.tck.stage.RuleType;
import dev.sluice.contract.tck.stage.Stage;
import dev.sluice.contract.tck.stage.Submission;
import dev.sluice.contract.tck.stage.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Rule 2.5: how long a document may be relied on, and what RateLimit may promise (RFC 9651 syntax). */
final class LifeAndRate implements Rule {
    private static final Pattern MAX_AGE = Pattern.compile("(?:^|[ ,])max-age=\"?([0-9]{1,18})\"?(?=$|[ ,])");

    @Override
    public RuleText text() {
        return new RuleText(
                "2.5",
                RuleType.REQUIRED,
                "lifeAndRate",
                "ttl_ms MUST be above 0, max-age MUST NOT exceed it, and RateLimit's r MUST NOT exceed available of the same"
                        + " response.",
                "It sends ttlMs >= 1, Cache-Control: max-age=floor(ttlMs / 1000), and no RateLimit with more than is available.");
    }

    @Override
    public Verdict check(Stage stage) {
        List<String> faults = new ArrayList<>();
        judge(stage, "idle", faults);
        stage.fill();
        judge(stage, "while full", faults);
        Submission refused = stage.submit(stage.item());
        refused.exchange()
                .answer()
                .ifPresent(reply -> Submission.object(reply)
                        .flatMap(problem -> problem.object("capacity"))
                        .ifPresent(capacity -> rate("a refusal", reply.headers(), capacity, faults)));
        return Verdict.of(faults.stream().distinct().toList());
    }

    private static void judge(Stage stage, String when, List<String> faults) {
        HttpReply reply = Stage.reply("GET /v1/capacity", stage.send(HttpRequest.of("GET", "/v1/capacity")));
        CapacityDocument document = CapacityDocument.of(reply);
        stage.note(when + ": Cache-Control " + reply.headers().all("Cache-Control") + ", RateLimit "
                + reply.headers().all("RateLimit") + ", ttlMs "
                + document.body().whole("ttlMs").map(String::valueOf).orElse("absent"));
        Optional<Long> ttl = document.body().whole("ttlMs");
        if (ttl.filter(ms -> ms > 0).isEmpty()) {
            faults.add("ttlMs is " + ttl.map(String::valueOf).orElse("absent"));
        }
        Matcher maxAge = MAX_AGE.matcher(String.join(", ", reply.headers().all("Cache-Control")));
        if (!maxAge.find()) {
            faults.add("Cache-Control of the capacity has no max-age");
        } else if (Long.parseLong(maxAge.group(1)) * 1000 > ttl.orElse(0L)) {
            faults.add("max-age is " + maxAge.group(1) + " s, ttlMs "
                    + ttl.map(String::valueOf).orElse("absent"));
        }
        rate("the capacity " + when, reply.headers(), document.body(), faults);
    }

    private static void rate(String where, Headers headers, Json.Obj capacity, List<String> faults) {
        long available = capacity.whole("available").orElse(0L);
        for (String field : List.of("RateLimit", "RateLimit-Policy")) {
            List<String> values = headers.all(field);
            Optional<List<StructuredList.Member>> members = StructuredList.read(String.join(", ", values));
            if (members.isEmpty()) {
                faults.add(field + " of " + where + " is no list by RFC 9651: " + values);
                continue;
            }
            for (StructuredList.Member member : members.get()) {
                boolean isRate = field.equals("RateLimit");
                Optional<Long> r = member.whole("r");
                if (isRate && r.isEmpty()) {
                    faults.add("RateLimit of " + where + " has no whole number r: " + values);
                } else if (isRate && r.get() > available) {
                    faults.add("RateLimit's r is " + r.get() + " with " + where + ", available " + available);
                }
            }
        }
    }
}
