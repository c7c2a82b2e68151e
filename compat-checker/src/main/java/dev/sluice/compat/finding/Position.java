package dev.sluice.compat.finding;

/**
 * A stretch of a file.
 *
 * @param startLine first line, from 1
 * @param startColumn first column, from 1, in bytes with tabs to the next multiple of eight
 * @param endLine last line, from 1
 * @param endColumn the column after the last, from 1
 */
public record Position(int startLine, int startColumn, int endLine, int endColumn) {
    /** The very start of a file: where a finding is that has no better place. */
    public static final Position START = new Position(1, 1, 1, 1);

    /** The stretch that a span of source information covers: four numbers, from 0. */
    public static Position ofSpan(int[] span) {
        return new Position(span[0] + 1, span[1] + 1, span[2] + 1, span[3] + 1);
    }

    /** Compares where stretches of one file start. */
    int compareStart(Position other) {
        int lines = Integer.compare(startLine, other.startLine);
        return lines != 0 ? lines : Integer.compare(startColumn, other.startColumn);
    }

    /** Compares where stretches of one file end. */
    int compareEnd(Position other) {
        int lines = Integer.compare(endLine, other.endLine);
        return lines != 0 ? lines : Integer.compare(endColumn, other.endColumn);
    }
}
