package dev.sluice.contract.pact.verify;

/** Says why a source has no Pact files to give. */
public final class PactSourceException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public PactSourceException(String message) {
        super(message);
    }
}
