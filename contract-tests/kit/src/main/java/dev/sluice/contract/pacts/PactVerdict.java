package dev.sluice.contract.pacts;

/**
 * What was found of one interaction.
 *
 * @param file the Pact file, its path or where a broker has it
 * @param consumer the consumer's name
 * @param description the interaction's description
 * @param pending whether it may fail
 * @param failure what differs; empty where the provider keeps it
 */
public record PactVerdict(String file, String consumer, String description, boolean pending, String failure) {
    /** Whether the provider keeps it. */
    public boolean holds() {
        return failure.isEmpty();
    }

    /** Whether it counts against the provider. */
    public boolean breaks() {
        return !holds() && !pending;
    }

    /** {@code PASS}, {@code FAIL}, or {@code PENDING} for a failure that does not count. */
    public String outcome() {
        return holds() ? "PASS" : pending ? "PENDING" : "FAIL";
    }
}
