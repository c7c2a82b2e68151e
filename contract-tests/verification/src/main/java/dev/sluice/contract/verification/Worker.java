package dev.sluice.contract.verification;

import dev.sluice.contract.provider.ProviderCommand;
import dev.sluice.contract.provider.ProviderProcess;
import java.net.URI;
import java.time.Duration;

/** A worker in a process of its own, that can be told to shut down and be started again at the same address. */
final class Worker implements AutoCloseable {
    private static final Duration LIMIT = Duration.ofSeconds(40);

    private final ProviderCommand command;
    private final URI base;
    private ProviderProcess process;

    private Worker(ProviderCommand command, ProviderProcess process) {
        this.command = command;
        this.process = process;
        this.base = process.provider().base();
    }

    static Worker start(ProviderCommand command) {
        return new Worker(command, ProviderProcess.start(command));
    }

    /** Where it listens, before and after a restart. */
    URI base() {
        return base;
    }

    /** Tells it to shut down, and does not wait. */
    void drain() {
        process.terminate(Duration.ZERO);
    }

    /**
     * Waits for its end and starts it anew.
     *
     * @throws IllegalStateException if it does not end
     */
    void restart() {
        if (process.await(LIMIT).isEmpty()) {
            throw new IllegalStateException("the worker was told to shut down and still runs after " + LIMIT);
        }
        process.close();
        process = ProviderProcess.start(command.with("SLUICE_LISTEN", base.getHost() + ":" + base.getPort()));
    }

    @Override
    public void close() {
        process.close();
    }
}
