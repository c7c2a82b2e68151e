package dev.sluice.contract.tck.scripted;

import dev.sluice.contract.json.Json;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The policy of the scripted provider: a document that is valid by {@code PROTOCOL.md}, "The policy". */
record ScriptedPolicy(Json.Obj document) {
    private static final Set<String> MEMBERS = Set.of(
            "revision",
            "concurrencyLimit",
            "queueLimit",
            "levelLowPercent",
            "levelHighPercent",
            "shedThresholds",
            "tenantShares",
            "maxAttempts",
            "retry",
            "features",
            "maxItemBytes",
            "capacityTtlMs",
            "leaseTtlMs",
            "leaseOvercommitPercent",
            "latencyTargetMs",
            "retentionMs",
            "recoveryMs",
            "drainTimeoutMs");
    private static final Set<String> FLAGS =
            Set.of("criticalityShedding", "priorityDispatch", "tenantIsolation", "leases");
    private static final long HOUR = 3_600_000;

    private record Bound(String path, long least, long most) {}

    private static final List<Bound> BOUNDS = List.of(
            new Bound("concurrencyLimit", 1, 1_000_000),
            new Bound("queueLimit", 0, 1_000_000),
            new Bound("levelLowPercent", 0, 99),
            new Bound("levelHighPercent", 1, 100),
            new Bound("shedThresholds.criticalPlusPercent", 100, 100),
            new Bound("shedThresholds.criticalPercent", 1, 100),
            new Bound("shedThresholds.sheddablePlusPercent", 1, 100),
            new Bound("shedThresholds.sheddablePercent", 1, 100),
            new Bound("maxAttempts", 2, 10),
            new Bound("retry.maxAttempts", 2, 5),
            new Bound("retry.initialBackoffMs", 1, HOUR),
            new Bound("retry.maxBackoffMs", 1, HOUR),
            new Bound("maxItemBytes", 1, 16 << 20),
            new Bound("capacityTtlMs", 1, 60_000),
            new Bound("leaseTtlMs", 1, HOUR),
            new Bound("leaseOvercommitPercent", 100, 1000),
            new Bound("latencyTargetMs", 0, 86_400_000),
            new Bound("retentionMs", 1, 604_800_000),
            new Bound("recoveryMs", 1, HOUR),
            new Bound("drainTimeoutMs", 1, 86_400_000));

    static ScriptedPolicy first(int concurrency, int queued) {
        Json.Obj thresholds = Json.object();
        for (String name :
                List.of("criticalPlusPercent", "criticalPercent", "sheddablePlusPercent", "sheddablePercent")) {
            thresholds = thresholds.with(name, Json.of(100));
        }
        Json.Obj features = Json.object();
        for (String flag : List.of("criticalityShedding", "priorityDispatch", "tenantIsolation", "leases")) {
            features = features.with(flag, Json.of(false));
        }
        return new ScriptedPolicy(Json.object()
                .with("revision", Json.of("1"))
                .with("concurrencyLimit", Json.of(concurrency))
                .with("queueLimit", Json.of(queued))
                .with("levelLowPercent", Json.of(50))
                .with("levelHighPercent", Json.of(80))
                .with("shedThresholds", thresholds)
                .with("tenantShares", Json.object())
                .with("maxAttempts", Json.of(5))
                .with(
                        "retry",
                        Json.object()
                                .with("maxAttempts", Json.of(4))
                                .with("initialBackoffMs", Json.of(100))
                                .with("maxBackoffMs", Json.of(5000))
                                .with("multiplier", Json.of(2))
                                .with("jitter", new Json.Num(new BigDecimal("0.2"))))
                .with("features", features)
                .with("maxItemBytes", Json.of(1 << 20))
                .with("capacityTtlMs", Json.of(1000))
                .with("leaseTtlMs", Json.of(5000))
                .with("leaseOvercommitPercent", Json.of(100))
                .with("latencyTargetMs", Json.of(0))
                .with("retentionMs", Json.of(60_000))
                .with("recoveryMs", Json.of(10_000))
                .with("drainTimeoutMs", Json.of(30_000)));
    }

    int running() {
        return (int) number("concurrencyLimit");
    }

    int queued() {
        return (int) number("queueLimit");
    }

    int limit() {
        return running() + queued();
    }

    boolean has(String flag) {
        return document.object("features").orElseThrow().is(flag);
    }

    long number(String path) {
        return at(document, path).orElse(0L);
    }

    int guaranteed(String tenant) {
        return (int) (limit()
                * document.object("tenantShares")
                        .flatMap(shares -> shares.whole(tenant))
                        .orElse(0L)
                / 100);
    }

    Set<String> tenantsWithShare() {
        return document.object("tenantShares").orElse(Json.object()).members().keySet();
    }

    /** The threshold of a criticality, 1 for the highest. */
    long threshold(int criticality) {
        return number("shedThresholds."
                + List.of("criticalPlusPercent", "criticalPercent", "sheddablePlusPercent", "sheddablePercent")
                        .get(criticality - 1));
    }

    ScriptedPolicy next(Json.Obj wanted) {
        Json.Obj same = document.without("revision");
        long revision = number("revision") + (same.equals(wanted.without("revision")) ? 0 : 1);
        return new ScriptedPolicy(wanted.with("revision", Json.of(Long.toString(revision))));
    }

    /** The members of a document that are within their bounds, the others as they are in force. */
    Json.Obj mended(Json.Obj wanted) {
        Json.Obj mended = document;
        for (String name : List.of("concurrencyLimit", "queueLimit", "levelHighPercent")) {
            mended = wanted.whole(name)
                            .filter(value -> value > 0 && value < 1_000_000)
                            .isPresent()
                    ? mended.with(name, wanted.get(name).orElseThrow())
                    : mended;
        }
        return mended;
    }

    /** The document with numbers out of range moved to the nearest end. */
    static Json.Obj clamped(Json.Obj wanted) {
        Json.Obj clamped = wanted;
        for (Bound bound : BOUNDS) {
            if (!bound.path().contains(".") && wanted.whole(bound.path()).isPresent()) {
                long value = wanted.whole(bound.path()).get();
                clamped = clamped.with(bound.path(), Json.of(Math.max(bound.least(), Math.min(bound.most(), value))));
            }
        }
        return clamped;
    }

    /** Every violated constraint. */
    static List<String> violations(Json.Obj wanted) {
        List<String> violations = new ArrayList<>();
        wanted.members().keySet().stream()
                .filter(name -> !MEMBERS.contains(name))
                .forEach(violations::add);
        wanted.object("features").orElse(Json.object()).members().keySet().stream()
                .filter(name -> !FLAGS.contains(name))
                .forEach(violations::add);
        for (String name : List.of("shedThresholds", "retry", "features")) {
            if (wanted.object(name).isEmpty()) {
                violations.add(name);
            }
        }
        for (Bound bound : BOUNDS) {
            Optional<Long> value = at(wanted, bound.path());
            boolean absent = wanted.get(bound.path().split("\\.", 2)[0]).isEmpty();
            if (absent
                    ? bound.least() > 0
                    : value.filter(v -> v >= bound.least() && v <= bound.most()).isEmpty()) {
                violations.add(bound.path());
            }
        }
        across(wanted, violations);
        return violations;
    }

    private static void across(Json.Obj wanted, List<String> violations) {
        if (at(wanted, "levelLowPercent").orElse(0L)
                >= at(wanted, "levelHighPercent").orElse(0L)) {
            violations.add("backpressure_policy.level");
        }
        if (at(wanted, "retry.initialBackoffMs").orElse(0L)
                > at(wanted, "retry.maxBackoffMs").orElse(0L)) {
            violations.add("retry_policy.backoff");
        }
        if (at(wanted, "retentionMs").orElse(0L)
                < at(wanted, "retry.maxBackoffMs").orElse(0L)) {
            violations.add("backpressure_policy.retention");
        }
        Json.Obj retry = wanted.object("retry").orElse(Json.object());
        if (!(real(retry, "multiplier") >= 1 && real(retry, "multiplier") <= 10) || real(retry, "jitter") != 0.2) {
            violations.add("retry.multiplier");
        }
        List<String> falling =
                List.of("criticalPlusPercent", "criticalPercent", "sheddablePlusPercent", "sheddablePercent");
        for (int i = 1; i < falling.size(); i++) {
            if (at(wanted, "shedThresholds." + falling.get(i)).orElse(0L)
                    > at(wanted, "shedThresholds." + falling.get(i - 1)).orElse(0L)) {
                violations.add("shed_thresholds.order");
            }
        }
        Json.Obj shares = wanted.object("tenantShares").orElse(Json.object());
        long sum = 0;
        for (String tenant : shares.members().keySet()) {
            long share = shares.whole(tenant).orElse(0L);
            sum += share;
            if (share < 1 || sum > 100) {
                violations.add("tenant_shares");
            }
        }
    }

    private static double real(Json.Obj object, String name) {
        return object.get(name)
                        .map(value ->
                                value instanceof Json.Num num ? num.value().doubleValue() : Double.NaN)
                        .orElse(0.0)
                + 0;
    }

    private static Optional<Long> at(Json.Obj object, String path) {
        String[] parts = path.split("\\.", 2);
        return parts.length == 1 ? object.whole(path) : object.object(parts[0]).flatMap(inner -> inner.whole(parts[1]));
    }
}
