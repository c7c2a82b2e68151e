package dev.sluice.contract.tck.stage;

/** A rule does not apply to the provider as it is; the rule is skipped. */
public final class NotApplicableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String reason;

    public NotApplicableException(String reason) {
        super(reason);
        this.reason = reason;
    }

    /** What the rule needs and the provider does not have. */
    public String reason() {
        return reason;
    }
}
