package dev.sluice.schema.io;

import java.io.InterruptedIOException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * While it is open, a JVM that is told to end (Ctrl-C, SIGTERM) waits for what is being written, 5 seconds at most; and none
 * opens once the JVM is ending. So no draft is left by a JVM that still can clean up.
 */
final class EndGuard {
    private static final int LONGEST_SECONDS = 5;

    private final CountDownLatch closed = new CountDownLatch(1);
    private final Thread hook = new Thread(this::await, "sluice-writing");

    /** @throws InterruptedIOException if the JVM is ending */
    EndGuard() throws InterruptedIOException {
        try {
            Runtime.getRuntime().addShutdownHook(hook);
        } catch (IllegalStateException e) {
            InterruptedIOException ending = new InterruptedIOException("interrupted");
            ending.initCause(e);
            throw ending;
        }
    }

    private void await() {
        try {
            closed.await(LONGEST_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    void close() {
        closed.countDown();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            return; // the JVM is ending: the hook runs, and has nothing to wait for any more
        }
    }
}
