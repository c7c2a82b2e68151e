package dev.sluice.contract.verification;

import dev.sluice.protocol.policy.v1.BackpressurePolicy;
import dev.sluice.protocol.policy.v1.FeatureFlags;
import dev.sluice.protocol.policy.v1.RetryBudget;
import dev.sluice.protocol.policy.v1.RetryPolicy;
import dev.sluice.protocol.policy.v1.ShedThresholds;

/** Policies that the contracts put in force. */
final class Policies {
    private Policies() {}

    /** A policy of few slots that every provider can keep: no feature is on. */
    static BackpressurePolicy small() {
        return BackpressurePolicy.builder()
                .concurrencyLimit(2)
                .queueLimit(3)
                .levelLowPercent(50)
                .levelHighPercent(80)
                .shedThresholds(ShedThresholds.builder()
                        .criticalPlusPercent(100)
                        .criticalPercent(100)
                        .sheddablePlusPercent(100)
                        .sheddablePercent(100)
                        .build())
                .maxAttempts(5)
                .retry(RetryPolicy.builder()
                        .maxAttempts(4)
                        .initialBackoffMs(100)
                        .maxBackoffMs(5_000)
                        .multiplier(2)
                        .jitter(0.2)
                        .budget(RetryBudget.builder()
                                .maxTokens(10)
                                .tokenRatio(0.1)
                                .build())
                        .build())
                .features(FeatureFlags.defaultInstance())
                .maxItemBytes(1_048_576)
                .capacityTtlMs(1_000)
                .leaseTtlMs(5_000)
                .leaseOvercommitPercent(100)
                .retentionMs(60_000)
                .recoveryMs(10_000)
                .drainTimeoutMs(30_000)
                .build();
    }
}
