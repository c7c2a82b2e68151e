package dev.sluice.schema.parse;

/** Ends the parse of a file that has reached the bound on problems. */
final class TooManyProblems extends RuntimeException {
    static final TooManyProblems REPORTED = new TooManyProblems();

    private static final long serialVersionUID = 1L;

    private TooManyProblems() {
        super("the file's problems have reached their bound", null, false, false);
    }
}
