package dev.sluice.contract.pact.verify;

import java.util.List;

/** Where Pact files come from. */
@FunctionalInterface
public interface PactSource {

    /**
     * The Pact files for a provider.
     *
     * @throws dev.sluice.contract.pact.file.PactFileException if some cannot be read
     * @throws PactSourceException if the source cannot be asked
     */
    List<SourcedPact> load(String provider);
}
