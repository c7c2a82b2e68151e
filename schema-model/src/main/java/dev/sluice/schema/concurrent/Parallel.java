package dev.sluice.schema.concurrent;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.IntConsumer;

/**
 * Runs the same work for the indices of a list, on as many threads as there are processors. A short list runs on the
 * calling thread: starting threads costs more than reading a few files.
 */
public final class Parallel {
    private static final int SMALLEST_SHARE = 16;

    private Parallel() {}

    /**
     * Calls {@code work} once for each index below {@code count}, in no particular order, and returns when all are done.
     * The first exception or error that a call throws is thrown here, after all threads have ended.
     */
    public static void forEach(int count, IntConsumer work) {
        int threads = Math.min(Runtime.getRuntime().availableProcessors(), count / SMALLEST_SHARE);
        if (threads <= 1) {
            for (int i = 0; i < count; i++) {
                work.accept(i);
            }
            return;
        }
        AtomicInteger next = new AtomicInteger();
        AtomicReference<Throwable> failure = new AtomicReference<>();
        Runnable share = () -> {
            try {
                for (int i = next.getAndIncrement(); i < count; i = next.getAndIncrement()) {
                    work.accept(i);
                }
            } catch (RuntimeException | Error e) {
                next.set(count);
                failure.compareAndSet(null, e);
            }
        };
        List<Thread> others = new ArrayList<>();
        for (int i = 1; i < threads; i++) {
            Thread other = new Thread(share, "sluice-worker-" + i);
            other.setDaemon(true);
            other.start();
            others.add(other);
        }
        share.run();
        others.forEach(Parallel::join);
        if (failure.get() instanceof Error error) {
            throw error;
        }
        if (failure.get() instanceof RuntimeException exception) {
            throw exception;
        }
    }

    private static void join(Thread thread) {
        boolean interrupted = false;
        while (true) {
            try {
                thread.join();
                break;
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
