package dev.sluice.contract.pact.verify;

import dev.sluice.contract.pact.file.PactFile;
import java.util.List;

/**
 * A Pact file and how its source wants it taken.
 *
 * @param pending whether the provider has never kept it on this branch, so that it may fail
 * @param notices what the source says about why it is here
 * @param sink where its verification's outcome goes
 */
public record SourcedPact(PactFile file, boolean pending, List<String> notices, ResultSink sink) {
    public SourcedPact {
        notices = List.copyOf(notices);
    }

    /** Takes the outcome of the verification of one file. */
    @FunctionalInterface
    public interface ResultSink {
        /** Takes the results of all interactions of the file. */
        void publish(List<InteractionResult> results);
    }
}
