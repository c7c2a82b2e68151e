package dev.sluice.contract.verification;

import dev.sluice.contract.provider.ProviderCommand;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A reference worker.
 *
 * @param name the language it is written in
 * @param program the program, as the build leaves it
 */
public record Peer(String name, Path program) {
    private static final int CONCURRENCY_LIMIT = 3;
    private static final int QUEUE_LIMIT = 5;

    /** Both reference workers, as the build of the checkout at {@code root} leaves them. */
    public static List<Peer> all(Path root) {
        Path built = root.resolve("contract-tests/peers/target");
        return List.of(
                new Peer("go", built.resolve("go/worker")), new Peer("rust", built.resolve("rust/debug/worker")));
    }

    /** Whether the program is there: it is not where its toolchain is missing. */
    public boolean isBuilt() {
        return Files.isExecutable(program);
    }

    /** How to start it, small enough to be filled at once. */
    public ProviderCommand command() {
        return ProviderCommand.of(program.toAbsolutePath().toString()).withLimits(CONCURRENCY_LIMIT, QUEUE_LIMIT);
    }
}
