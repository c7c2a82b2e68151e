package dev.sluice.contract.tck.rules.change;

import dev.sluice.contract.json.Json;
import dev.sluice.contract.json.JsonWriter;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Policies that can be read and are not valid, made from one that is: one fault each. */
final class BadPolicies {
    private BadPolicies() {}

    static Map<String, String> of(Json.Obj good) {
        Map<String, Json.Obj> bad = new LinkedHashMap<>();
        bad.put(
                "low mark above the high",
                good.with("levelLowPercent", Json.of(90)).with("levelHighPercent", Json.of(10)));
        bad.put(
                "low mark equal to the high",
                good.with("levelLowPercent", Json.of(50)).with("levelHighPercent", Json.of(50)));
        bad.put("concurrency_limit 0", good.with("concurrencyLimit", Json.of(0)));
        bad.put("concurrency_limit -1", good.with("concurrencyLimit", Json.of(-1)));
        bad.put("concurrency_limit absent", good.without("concurrencyLimit"));
        bad.put("concurrency_limit above a million", good.with("concurrencyLimit", Json.of(1_000_001)));
        bad.put("queue_limit -1", good.with("queueLimit", Json.of(-1)));
        bad.put("queue_limit 2^63", good.with("queueLimit", Json.of("9223372036854775808")));
        bad.put("queue_limit 1.5", good.with("queueLimit", new Json.Num(new BigDecimal("1.5"))));
        bad.put("queue_limit a word", good.with("queueLimit", Json.of("many")));
        bad.put("queue_limit a list", good.with("queueLimit", new Json.Arr(List.of())));
        bad.put("level_high_percent 101", good.with("levelHighPercent", Json.of(101)));
        bad.put("an unknown member", good.with("noSuchMember", Json.of(1)));
        bad.put("an unknown feature", good.with("features", Json.object().with("noSuchFeature", Json.of(true))));
        bad.put("max_attempts 1", good.with("maxAttempts", Json.of(1)));
        bad.put("max_attempts 11", good.with("maxAttempts", Json.of(11)));
        bad.put("capacity_ttl_ms 0", good.with("capacityTtlMs", Json.of(0)));
        bad.put("lease_overcommit_percent 99", good.with("leaseOvercommitPercent", Json.of(99)));
        bad.put("max_item_bytes 0", good.with("maxItemBytes", Json.of(0)));
        bad.put("recovery_ms 0", good.with("recoveryMs", Json.of(0)));
        bad.put("drain_timeout_ms a day and more", good.with("drainTimeoutMs", Json.of(86_400_001)));
        bad.put("retry absent", good.without("retry"));
        bad.put("features absent", good.without("features"));
        bad.put("a tenant's share 0", good.with("tenantShares", Json.object().with("a", Json.of(0))));
        bad.put(
                "shares above 100 together",
                good.with("tenantShares", Json.object().with("a", Json.of(60)).with("b", Json.of(60))));
        retries(good, bad);
        thresholds(good, bad);
        Map<String, String> texts = new LinkedHashMap<>();
        bad.forEach((what, policy) -> texts.put(what, JsonWriter.write(policy)));
        texts.put("multiplier NaN", retry(good, "multiplier", Json.of("NaN")));
        return texts;
    }

    private static void retries(Json.Obj good, Map<String, Json.Obj> bad) {
        Json.Obj retry = good.object("retry").orElse(Json.object());
        bad.put(
                "initial backoff above the greatest",
                good.with("retry", retry.with("initialBackoffMs", Json.of(9000)).with("maxBackoffMs", Json.of(8000))));
        bad.put("multiplier 0.5", good.with("retry", retry.with("multiplier", new Json.Num(new BigDecimal("0.5")))));
        bad.put("jitter 0.3", good.with("retry", retry.with("jitter", new Json.Num(new BigDecimal("0.3")))));
        bad.put(
                "retention below the greatest backoff",
                good.with("retentionMs", Json.of(1))
                        .with(
                                "retry",
                                retry.with("initialBackoffMs", Json.of(10)).with("maxBackoffMs", Json.of(1000))));
    }

    private static void thresholds(Json.Obj good, Map<String, Json.Obj> bad) {
        Json.Obj thresholds = good.object("shedThresholds").orElse(Json.object());
        bad.put(
                "critical_plus_percent 99",
                good.with("shedThresholds", thresholds.with("criticalPlusPercent", Json.of(99))));
        bad.put(
                "a threshold that rises as criticality falls",
                good.with(
                        "shedThresholds",
                        thresholds
                                .with("criticalPercent", Json.of(50))
                                .with("sheddablePlusPercent", Json.of(60))
                                .with("sheddablePercent", Json.of(40))));
    }

    private static String retry(Json.Obj good, String name, Json value) {
        return JsonWriter.write(
                good.with("retry", good.object("retry").orElse(Json.object()).with(name, value)));
    }
}
