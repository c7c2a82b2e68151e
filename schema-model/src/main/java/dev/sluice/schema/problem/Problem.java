package dev.sluice.schema.problem;

import java.util.Comparator;

/**
 * One thing wrong with a schema, and where.
 *
 * @param path the file, relative to its root
 * @param line line, from 1; 0 where the problem concerns the file as a whole
 * @param column column, from 1, in bytes with tabs to the next multiple of eight; 0 where line is 0
 * @param message what is wrong and what to do, one line
 */
public record Problem(String path, int line, int column, String message) {

    /** Problems by file, then position, then text. */
    public static final Comparator<Problem> ORDER = Comparator.comparing(Problem::path)
            .thenComparingInt(Problem::line)
            .thenComparingInt(Problem::column)
            .thenComparing(Problem::message);

    /** {@code path:line:col: error: message}, printable; the position is left out where there is none. */
    @Override
    public String toString() {
        return text("error");
    }

    /** The same as a warning: nothing is wrong, but somebody should know. */
    public String warning() {
        return text("warning");
    }

    /** {@code path:line:col}, printable; the position is left out where there is none. */
    public String place() {
        return Printable.path(path) + (line == 0 ? "" : ":" + line + ":" + column);
    }

    private String text(String severity) {
        return place() + ": " + severity + ": " + Printable.of(message);
    }
}
