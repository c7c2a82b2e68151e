package dev.sluice.compat.finding;

/**
 * A position in a configuration file.
 *
 * @param file the file, as it was named
 * @param line line, from 1; 0 for the file as a whole
 * @param column column, from 1, in characters; 0 where line is 0
 */
public record Place(String file, int line, int column) {

    /** {@code file:line:column}, or the file alone. */
    @Override
    public String toString() {
        return line == 0 ? file : file + ":" + line + ":" + column;
    }
}
