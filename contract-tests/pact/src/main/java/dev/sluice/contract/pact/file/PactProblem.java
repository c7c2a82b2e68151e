package dev.sluice.contract.pact.file;

/**
 * One thing wrong with a Pact file, and where.
 *
 * @param file the file, or what else it was read from
 * @param line from 1
 * @param column in characters, from 1
 * @param message what is wrong, one line
 */
public record PactProblem(String file, int line, int column, String message) {

    /** {@code file:line:col: error: message}. */
    @Override
    public String toString() {
        return file + ":" + line + ":" + column + ": error: " + message;
    }
}
