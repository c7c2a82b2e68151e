package dev.sluice.contract.tck.stage;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;

/** Something that goes on in a thread of its own while a rule does something else. */
public record InFlight<T>(CompletableFuture<T> future) {
    /** Begins it. */
    public static <T> InFlight<T> begin(Supplier<T> work) {
        CompletableFuture<T> future = new CompletableFuture<>();
        Thread thread = new Thread(() -> complete(future, work), "contract-in-flight");
        thread.setDaemon(true);
        thread.start();
        return new InFlight<>(future);
    }

    private static <T> void complete(CompletableFuture<T> future, Supplier<T> work) {
        try {
            future.complete(work.get());
        } catch (RuntimeException failed) {
            future.completeExceptionally(failed);
        }
    }

    /** Whether it has ended. */
    public boolean isDone() {
        return future.isDone();
    }

    /**
     * What it came to, once it ends.
     *
     * @throws ConditionNotMetException if it ended by one
     */
    public T result() {
        try {
            return future.join();
        } catch (CompletionException failed) {
            throw failed.getCause() instanceof ConditionNotMetException notMet ? notMet : failed;
        }
    }
}
