package dev.sluice.schema.parse;

/**
 * Ends the statement being parsed, after its problem has been reported; the enclosing block skips the rest of the
 * statement and goes on. Carries nothing, so one instance serves all.
 */
final class StatementError extends RuntimeException {
    static final StatementError REPORTED = new StatementError();

    private static final long serialVersionUID = 1L;

    private StatementError() {
        super("the statement's problem has been reported", null, false, false);
    }
}
