package dev.sluice.contract.tck;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/**
 * How long the machine lets the kit itself wait: a thread that sleeps for a tenth of a second, over and over, and notes by how much it was late. What was not
 * answered in time while the kit stood still says nothing about who was asked.
 */
final class Stalls implements AutoCloseable {
    /** From here on a rule that came to nothing is played again. */
    private static final Duration LONG = Duration.ofSeconds(1);

    private static final Duration BEAT = Duration.ofMillis(100);

    private final LongSupplier nanoClock;
    private final AtomicLong longest = new AtomicLong();
    private final Thread beating;

    private Stalls(LongSupplier nanoClock) {
        this.nanoClock = nanoClock;
        this.beating = new Thread(this::beat, "contract-stalls");
        beating.setDaemon(true);
    }

    /** Watches until it is closed. */
    static Stalls watch(LongSupplier nanoClock) {
        Stalls stalls = new Stalls(nanoClock);
        stalls.beating.start();
        return stalls;
    }

    /** The longest stall since the last call, where it was long enough to count, else zero. */
    Duration take() {
        Duration stall = Duration.ofNanos(longest.getAndSet(0));
        return stall.compareTo(LONG) < 0 ? Duration.ZERO : stall;
    }

    private void beat() {
        try {
            while (true) {
                long before = nanoClock.getAsLong();
                Thread.sleep(BEAT.toMillis());
                long late = nanoClock.getAsLong() - before - BEAT.toNanos();
                longest.accumulateAndGet(late, Math::max);
            }
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        beating.interrupt();
    }
}
