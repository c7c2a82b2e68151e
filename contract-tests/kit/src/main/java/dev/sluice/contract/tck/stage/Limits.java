package dev.sluice.contract.tck.stage;

import dev.sluice.contract.json.Json;

/**
 * The limits of the policy in force, and the policy itself.
 *
 * @param running W, the items that run at once
 * @param queued Q, the items accepted and not yet running
 * @param maxAttempts the highest attempt that is accepted
 * @param maxBackoffMs the longest wait that a refusal may ask for, in milliseconds
 * @param maxItemBytes the longest payload, in bytes
 * @param policy the document that {@code GET /v1/policy} gave
 */
public record Limits(int running, int queued, long maxAttempts, long maxBackoffMs, long maxItemBytes, Json.Obj policy) {

    /** The most items that the kit fills a provider with: each concurrent submission is a thread and a connection. */
    private static final long MOST = 2000;

    /**
     * Reads a policy document.
     *
     * @throws ConditionNotMetException if a limit that the kit needs is absent or no whole number, or W + Q is too large for the kit
     */
    public static Limits of(Json.Obj policy) {
        Json.Obj retry = policy.object("retry").orElse(Json.object());
        long running = whole(policy, "concurrencyLimit");
        long queued = whole(policy, "queueLimit");
        if (running < 1 || running > MOST || queued < 0 || running + queued > MOST) {
            throw new ConditionNotMetException("W = " + running + " and Q = " + queued
                    + ": the kit needs W >= 1, Q >= 0 and W + Q <= " + MOST + "; start the provider with such limits");
        }
        return new Limits(
                (int) running,
                (int) queued,
                whole(policy, "maxAttempts"),
                whole(retry, "maxBackoffMs"),
                whole(policy, "maxItemBytes"),
                policy);
    }

    /** W + Q. */
    public int limit() {
        return running + queued;
    }

    /** The share of the limit at which the level becomes ELEVATED, a percentage. */
    public long levelHigh() {
        return whole(policy, "levelHighPercent");
    }

    /** The share of the limit at which the level leaves ELEVATED, a percentage. */
    public long levelLow() {
        return whole(policy, "levelLowPercent");
    }

    /** A duration of the policy, in milliseconds. */
    public long millis(String name) {
        return whole(policy, name);
    }

    /** Whether a feature flag is on. */
    public boolean feature(String flag) {
        return policy.object("features").filter(features -> features.is(flag)).isPresent();
    }

    private static long whole(Json.Obj object, String name) {
        return object.whole(name)
                .orElseThrow(() -> new ConditionNotMetException("GET /v1/policy gave no whole number " + name));
    }
}
