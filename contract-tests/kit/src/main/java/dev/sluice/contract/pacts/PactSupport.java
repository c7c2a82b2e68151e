package dev.sluice.contract.pacts;

import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;

/**
 * Verifies a provider against the Pact files of its consumers. It is a service, since Pact is much to download for those who have no
 * Pact files: {@code dev.sluice:sluice-contract-pact} provides it.
 */
public interface PactSupport {
    /**
     * Verifies every interaction, in the order of the files.
     *
     * @throws PactsUnavailableException if the files are not to be had or cannot be read
     */
    List<PactVerdict> verify(PactRequest request);

    /** The one that a class loader finds, if any. */
    static Optional<PactSupport> find(ClassLoader loader) {
        return ServiceLoader.load(PactSupport.class, loader).findFirst();
    }
}
