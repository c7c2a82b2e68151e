package dev.sluice.contract.pacts;

/** Says why there are no Pact files to verify against: they are not to be had, or cannot be read. */
public final class PactsUnavailableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Makes the exception. */
    public PactsUnavailableException(String message) {
        super(message);
    }
}
