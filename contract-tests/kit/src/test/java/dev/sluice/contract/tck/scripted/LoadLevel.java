package dev.sluice.contract.tck.scripted;

/** Level, sequence and epoch; guarded by the pool's monitor. */
final class LoadLevel {
    private static final long CACHE_NANOS = 40_000_000;

    private final Fault fault;
    private String epoch;
    private long seq;
    private long reads;
    private boolean elevated;
    private int refusals;
    private boolean overloaded;
    private long queuedSince;
    private boolean anyQueued;

    LoadLevel(Fault fault) {
        this.fault = fault;
        this.epoch = fault == Fault.EPOCH_KEPT ? "1" : Long.toString(System.nanoTime() & Long.MAX_VALUE);
    }

    void changed(ScriptedPolicy policy, int used) {
        seq++;
        boolean strict = fault == Fault.STRICT_MARKS;
        boolean swapped = fault == Fault.SWAPPED_MARKS;
        long high = policy.number(swapped ? "levelLowPercent" : "levelHighPercent") * policy.limit();
        long low = policy.number(swapped ? "levelHighPercent" : "levelLowPercent") * policy.limit();
        long now = used * 100L;
        if (fault == Fault.NO_HYSTERESIS) {
            elevated = now >= high;
            return;
        }
        elevated = elevated || (strict ? now > high : now >= high);
        boolean down = strict ? now < low : now <= low;
        if (down && !(fault == Fault.STICKY_LEVEL && overloaded)) {
            elevated = false;
        }
    }

    void refused(int limit) {
        refusals++;
        if (refusals > 3 * limit) {
            if (fault == Fault.EPOCH_OF_OVERLOAD && !overloaded) {
                epoch = Long.toString(System.nanoTime() & Long.MAX_VALUE);
            }
            overloaded = true;
        }
    }

    void accepted() {
        refusals = 0;
    }

    boolean wasOverloaded() {
        return overloaded;
    }

    Snapshot snapshot(ScriptedPolicy policy, int running, int queued, int lost, boolean draining) {
        int limit = policy.limit();
        int shownRunning = running + lost;
        int shownQueued = queued;
        if (fault == Fault.CAPACITY_TAKES_SLOT && refusals > 8 && running + queued >= limit) {
            shownRunning++;
        }
        if (fault == Fault.CACHED_CAPACITY) {
            shownQueued = cached(queued);
        }
        int used = shownRunning + shownQueued;
        String level = draining ? "DRAINING" : used >= limit ? "SATURATED" : elevated ? "ELEVATED" : "NOMINAL";
        return new Snapshot(
                policy.running(),
                policy.queued(),
                shownRunning,
                shownQueued,
                level,
                epoch,
                number(),
                policy.number("capacityTtlMs"),
                policy.number("revision"));
    }

    private int cached(int queued) {
        long now = System.nanoTime();
        if (queued > 0 && !anyQueued) {
            queuedSince = now;
        }
        anyQueued = queued > 0;
        return queued == 1 && now - queuedSince < CACHE_NANOS ? 0 : queued;
    }

    private long number() {
        return switch (fault) {
            case CLOCK_SEQ -> System.currentTimeMillis() / 1000;
            case SEQ_PER_THREAD -> seq + 1000 * (3 - reads++ % 4);
            default -> seq;
        };
    }
}
