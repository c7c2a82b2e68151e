package dev.sluice.contract.tck.scripted;

/** The token bucket of gRPC A6; thread-safe. */
final class RetryBudget {
    private final double most;
    private final double ratio;
    private double tokens;

    RetryBudget(double most, double ratio) {
        this.most = most;
        this.ratio = ratio;
        this.tokens = most;
    }

    synchronized void succeeded() {
        tokens = Math.min(most, tokens + ratio);
    }

    /** Takes a token for a failure; whether a retry may follow. */
    synchronized boolean failed() {
        tokens = Math.max(0, tokens - 1);
        return tokens > most / 2;
    }
}
