package dev.sluice.contract.tck.rules.capacity;

/** The level as {@code PROTOCOL.md}, "Level", computes it, with its one flag. */
final class ExpectedLevel {
    private final int limit;
    private final long lowPercent;
    private final long highPercent;
    private boolean elevated;

    ExpectedLevel(int limit, long lowPercent, long highPercent) {
        this.limit = limit;
        this.lowPercent = lowPercent;
        this.highPercent = highPercent;
    }

    /** The level after used has become the count. */
    String at(int used) {
        if (used * 100L >= highPercent * limit) {
            elevated = true;
        }
        if (used * 100L <= lowPercent * limit) {
            elevated = false;
        }
        if (used >= limit) {
            return "SATURATED";
        }
        return elevated ? "ELEVATED" : "NOMINAL";
    }
}
