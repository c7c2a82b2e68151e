package dev.sluice.schema.concurrent;

import java.io.IOException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/** Something that is read on a thread of its own while the caller does something else, or when it is asked for. */
public final class Ahead<T> {
    private final FutureTask<T> task;

    private Ahead(FutureTask<T> task) {
        this.task = task;
    }

    /** What reads something. */
    @FunctionalInterface
    public interface Reading<T> {
        T read() throws IOException;
    }

    /** Reads on a thread that starts now. */
    public static <T> Ahead<T> start(Reading<T> reading) {
        FutureTask<T> task = new FutureTask<>(reading::read);
        Thread thread = new Thread(task, "sluice-ahead");
        thread.setDaemon(true);
        thread.start();
        return new Ahead<>(task);
    }

    /** Reads on the thread that asks first. */
    public static <T> Ahead<T> later(Reading<T> reading) {
        return new Ahead<>(new FutureTask<>(reading::read));
    }

    /**
     * What was read, once it is.
     *
     * @throws IOException that reading threw, or if this thread is interrupted
     */
    public T get() throws IOException {
        try {
            task.run();
            return task.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while reading", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof IOException cause) {
                throw cause;
            }
            if (e.getCause() instanceof Error error) {
                throw error;
            }
            throw (RuntimeException) e.getCause();
        }
    }
}
