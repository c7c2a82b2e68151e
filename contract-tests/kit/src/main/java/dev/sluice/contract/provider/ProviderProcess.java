package dev.sluice.contract.provider;

import dev.sluice.contract.http.HttpRequest;
import dev.sluice.contract.http.OnceClient;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A provider in a process of its own. However its run ends (closed, a failed start, the end of this virtual machine), the process and its descendants
 * are ended too.
 */
public final class ProviderProcess implements AutoCloseable {
    private static final Duration KILL_WAIT = Duration.ofSeconds(5);

    private final Process process;
    private final ProcessOutput output;
    private final Thread hook;
    private final Provider provider;

    private ProviderProcess(Process process, ProcessOutput output, Thread hook, Provider provider) {
        this.process = process;
        this.output = output;
        this.hook = hook;
        this.provider = provider;
    }

    /**
     * Starts the command and waits until it prints {@code listening on http://ADDRESS:PORT}, or answers at the address of the command.
     *
     * @throws ProviderStartException if it cannot be started, ends before it is ready, is not ready in time or prints no http address
     */
    public static ProviderProcess start(ProviderCommand command) {
        ProcessBuilder builder = new ProcessBuilder(command.command());
        builder.environment().putAll(command.environment());
        command.folder().ifPresent(folder -> builder.directory(folder.toFile()));
        Process process;
        try {
            process = builder.start();
        } catch (IOException failed) {
            throw new ProviderStartException("the provider cannot be started: " + failed.getMessage(), "");
        }
        Thread hook = new Thread(() -> end(process), "contract-provider-end");
        Runtime.getRuntime().addShutdownHook(hook);
        ProcessOutput output = new ProcessOutput("listening on ");
        output.drain(process.getInputStream(), true);
        output.drain(process.getErrorStream(), false);
        try {
            Provider provider = command.address().isPresent()
                    ? answering(process, output, command.address().get(), command.readyWithin())
                    : ready(process, output, command.readyWithin());
            return new ProviderProcess(process, output, hook, provider);
        } catch (RuntimeException notReady) {
            end(process);
            forget(hook);
            throw notReady;
        }
    }

    /** Where it listens. */
    public Provider provider() {
        return provider;
    }

    /** What it wrote on both streams: the first and the last 16 KiB. */
    public String output() {
        return output.text();
    }

    /** The exit status, once it has ended. */
    public OptionalInt exitStatus() {
        return process.isAlive() ? OptionalInt.empty() : OptionalInt.of(process.exitValue());
    }

    /** The exit status, if it has ended or does so within a limit. */
    public OptionalInt exitStatus(Duration limit) {
        try {
            process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return exitStatus();
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    /** The process id. */
    public long pid() {
        return process.pid();
    }

    /** Asks it to end (SIGTERM). */
    public void askToEnd() {
        process.destroy();
    }

    /**
     * Asks it to end (SIGTERM) and waits.
     *
     * @return the exit status; empty where it still runs after the limit
     */
    public OptionalInt terminate(Duration limit) {
        process.destroy();
        return await(limit);
    }

    /**
     * Waits for its end.
     *
     * @return the exit status; empty where it still runs after the limit
     */
    public OptionalInt await(Duration limit) {
        try {
            return process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)
                    ? OptionalInt.of(process.exitValue())
                    : OptionalInt.empty();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return OptionalInt.empty();
        }
    }

    /** Ends it and its descendants at once (SIGKILL). */
    public void destroy() {
        end(process);
    }

    /** Ends it and its descendants. */
    @Override
    public void close() {
        end(process);
        forget(hook);
    }

    private static Provider answering(Process process, ProcessOutput output, URI address, Duration limit) {
        OnceClient client = new OnceClient(address, limit);
        long end = System.nanoTime() + limit.toNanos();
        while (client.send(HttpRequest.of("GET", "/v1/capacity")).answer().isEmpty()) {
            if (!process.isAlive()) {
                throw new ProviderStartException(
                        "the provider ended with status " + process.exitValue() + " before it was ready",
                        output.text());
            }
            if (System.nanoTime() - end > 0) {
                throw new ProviderStartException(
                        "the provider did not answer at " + address + " within " + limit.toMillis() + " ms",
                        output.text());
            }
            pause();
        }
        return new Provider(address);
    }

    private static void pause() {
        try {
            Thread.sleep(20);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new ProviderStartException("interrupted while the provider started", "");
        }
    }

    private static Provider ready(Process process, ProcessOutput output, Duration limit) {
        CompletableFuture<Process> ended = process.onExit();
        try {
            CompletableFuture.anyOf(output.ready(), ended).get(limit.toMillis(), TimeUnit.MILLISECONDS);
            if (!output.ready().isDone()) {
                // The reader may still be on its way to what a process wrote last.
                output.ready().get(200, TimeUnit.MILLISECONDS);
            }
            return new Provider(URI.create(output.ready().join()));
        } catch (TimeoutException notReady) {
            throw new ProviderStartException(
                    ended.isDone()
                            ? "the provider ended with status " + process.exitValue() + " before it was ready"
                            : "the provider did not print \"listening on\" within " + limit.toMillis() + " ms",
                    output.text());
        } catch (IllegalArgumentException noAddress) {
            throw new ProviderStartException(
                    "the provider listens on no http address: " + noAddress.getMessage(), output.text());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new ProviderStartException("interrupted while the provider started", output.text());
        } catch (ExecutionException | CompletionException fault) {
            throw new IllegalStateException(fault);
        }
    }

    private static void end(Process process) {
        List<ProcessHandle> family = process.descendants().toList();
        process.destroyForcibly();
        family.forEach(ProcessHandle::destroyForcibly);
        try {
            process.waitFor(KILL_WAIT.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static void forget(Thread hook) {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException shuttingDown) {
            // The hook is running already and does the same.
            return;
        }
    }
}
