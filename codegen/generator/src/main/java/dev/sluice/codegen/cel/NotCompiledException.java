package dev.sluice.codegen.cel;

/** An expression that is malformed, or is beyond what is compiled. */
public final class NotCompiledException extends Exception {
    private static final long serialVersionUID = 1L;
    private final String reason;

    /** Says why, to follow "because". */
    public NotCompiledException(String reason) {
        super(reason);
        this.reason = reason;
    }

    /** Why, to follow "because". */
    public String reason() {
        return reason;
    }
}
