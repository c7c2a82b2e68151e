package dev.sluice.contract.verification;

import dev.sluice.contract.client.ClientCommand;
import dev.sluice.contract.provider.ProviderCommand;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The reference worker and producer of one language.
 *
 * @param name the language
 * @param worker the worker's program, as the build leaves it
 * @param producer the producer's program, as the build leaves it
 */
public record Peer(String name, Path worker, Path producer) {
    private static final int CONCURRENCY_LIMIT = 3;
    private static final int QUEUE_LIMIT = 5;

    /** The reference peers of both languages, as the build of the checkout at {@code root} leaves them. */
    public static List<Peer> all(Path root) {
        Path built = root.resolve("contract-tests/peers/target");
        return List.of(in("go", built.resolve("go")), in("rust", built.resolve("rust/debug")));
    }

    private static Peer in(String name, Path folder) {
        return new Peer(name, folder.resolve("worker"), folder.resolve("producer"));
    }

    /** Whether the programs are there: they are not where their toolchain is missing. */
    public boolean isBuilt() {
        return Files.isExecutable(worker) && Files.isExecutable(producer);
    }

    /** How to start the worker, small enough to be filled at once. */
    public ProviderCommand command() {
        return ProviderCommand.of(worker.toAbsolutePath().toString()).withLimits(CONCURRENCY_LIMIT, QUEUE_LIMIT);
    }

    /** How to start the producer. */
    public ClientCommand client() {
        return ClientCommand.of(producer.toAbsolutePath().toString());
    }
}
