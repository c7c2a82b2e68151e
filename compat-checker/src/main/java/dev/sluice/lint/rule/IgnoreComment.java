package dev.sluice.lint.rule;

/** Lines of comments that ask for a rule to be ignored: {@code buf:lint:ignore RULE}. */
public final class IgnoreComment {
    private static final String PREFIX = "buf:lint:ignore";

    private IgnoreComment() {}

    /** Whether a line, without blanks around it, asks for anything to be ignored. */
    static boolean matches(String line) {
        return line.startsWith(PREFIX);
    }

    /** Whether a comment asks for a rule to be ignored. What follows the id does not matter, be it without a blank. */
    public static boolean names(String rule, String comment) {
        return comment.lines().map(String::strip).anyMatch(line -> line.startsWith(PREFIX + " " + rule));
    }
}
