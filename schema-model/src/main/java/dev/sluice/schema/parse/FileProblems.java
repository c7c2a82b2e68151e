package dev.sluice.schema.parse;

import dev.sluice.schema.problem.Problem;
import dev.sluice.schema.problem.Problems;

/** Reports problems of one file by byte offset, up to a bound. */
final class FileProblems {
    private static final int MAX_PER_FILE = 100;

    private final String path;
    private final Lines lines;
    private final Problems problems;
    private int count;

    FileProblems(String path, Lines lines, Problems problems) {
        this.path = path;
        this.lines = lines;
        this.problems = problems;
    }

    /**
     * Adds a problem at a byte offset.
     *
     * @throws TooManyProblems if the bound is reached; a last problem says so
     */
    void report(int offset, String message) {
        problems.add(at(offset, message));
        count++;
        if (count >= MAX_PER_FILE) {
            problems.add(at(offset, "more than " + MAX_PER_FILE + " problems; the rest of the file was not read"));
            throw TooManyProblems.REPORTED;
        }
    }

    private Problem at(int offset, String message) {
        return new Problem(path, lines.line(offset) + 1, lines.column(offset) + 1, message);
    }
}
