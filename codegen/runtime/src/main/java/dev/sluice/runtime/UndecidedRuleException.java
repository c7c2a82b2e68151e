package dev.sluice.runtime;

/** A constraint that cannot be decided: its expression fails for this message, such as by overflow or division by zero. */
public final class UndecidedRuleException extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final String rule;

    /** Names the constraint and why it fails. */
    public UndecidedRuleException(String rule, RuntimeException cause) {
        super("rule " + rule + " cannot be decided: " + cause.getMessage(), cause);
        this.rule = rule;
    }

    /** The constraint's id. */
    public String rule() {
        return rule;
    }
}
