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
     * The first exception that a call throws is thrown here, after all threads have ended.
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
        AtomicReference<RuntimeException> failure = new AtomicReference<>();
        Runnable share = () -> {
            try {
                for (int i = next.getAndIncrement(); i < count; i = next.getAndIncrement()) {
                    work.accept(i);
                }
            } catch (RuntimeException e) {
                next.set(count);
                failure.compareAndSet(null, e);
            }
        };
        List<Thread> helpers = new ArrayList<>();
        for (int i = 1; i < threads; i++) {
            Thread helper = new Thread(share, "sluice-reader-" + i);
            helper.setDaemon(true);
            helper.start();
            helpers.add(helper);
        }
        share.run();
        for (Thread helper : helpers) {
            join(helper);
        }
        RuntimeException thrown = failure.get();
        if (thrown != null) {
            throw thrown;
        }
    }

    private static void join(Thread helper) {
        boolean interrupted = false;
        while (true) {
            try {
                helper.join();
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
