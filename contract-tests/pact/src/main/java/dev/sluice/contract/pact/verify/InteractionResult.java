package dev.sluice.contract.pact.verify;

import dev.sluice.contract.pact.file.PactFile;

/**
 * The verdict on one interaction.
 *
 * @param pending whether it may fail
 * @param failure what differs; empty where the provider keeps it
 */
public record InteractionResult(PactFile file, String description, boolean pending, String failure) {

    /** Whether the provider keeps this part of the contract. */
    public boolean holds() {
        return failure.isEmpty();
    }
}
