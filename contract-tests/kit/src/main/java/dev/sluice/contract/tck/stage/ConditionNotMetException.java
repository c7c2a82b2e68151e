package dev.sluice.contract.tck.stage;

/** The kit could not bring about what a rule is judged under; the rule is inconclusive. */
public final class ConditionNotMetException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String condition;

    public ConditionNotMetException(String condition) {
        super(condition);
        this.condition = condition;
    }

    /** What was wanted and what was there instead. */
    public String condition() {
        return condition;
    }
}
