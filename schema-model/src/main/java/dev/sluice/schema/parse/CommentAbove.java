package dev.sluice.schema.parse;

import java.nio.charset.StandardCharsets;

/**
 * The comment that Buf takes for a declaration's own: the last one between the token before and the first of the
 * declaration, where it ends on the line above and does not belong to what is before. Line comments on successive lines
 * are one comment; a block comment is one by itself.
 */
final class CommentAbove {
    private final byte[] source;
    private int count;
    private int lastStart;
    private int lastEnd;
    private boolean lastIsLines;
    /** Whether the last comment takes no further line: it is a line comment that stands beside the token before. */
    private boolean lastIsClosed;

    private boolean beside;
    private int breaksBefore;
    private int breaksAfter;

    CommentAbove(byte[] source) {
        this.source = source;
    }

    /**
     * Finds the comment.
     *
     * @param from where the token before ends
     * @param to where the declaration begins
     * @param first whether there is no token before
     * @return its text, empty where there is none
     */
    String between(int from, int to, boolean first) {
        count = 0;
        beside = false;
        breaksBefore = 0;
        breaksAfter = 0;
        boolean sameLine = !first;
        int p = from;
        while (p < to) {
            if (source[p] == '\n') {
                sameLine = false;
                breaksAfter++;
                p++;
            } else if (source[p] == '/' && p + 1 < to && source[p + 1] == '/') {
                p = line(p, to, sameLine);
            } else if (source[p] == '/') {
                int end = block(p, to);
                sameLine &= !hasBreak(p, end);
                p = end;
            } else {
                p++;
            }
        }
        int own = !first && count > 0 && belongsToWhatIsBefore() ? count - 1 : count;
        return own > 0 && breaksAfter == 1 ? text() : "";
    }

    private boolean belongsToWhatIsBefore() {
        return beside || breaksBefore < 2 && (count > 1 || breaksAfter > 1);
    }

    private int line(int from, int to, boolean sameLine) {
        int end = from;
        while (end < to && source[end] != '\n') {
            end++;
        }
        if (count == 0 || !lastIsLines || lastIsClosed || breaksAfter != 1) {
            begin(from);
            lastIsLines = true;
            lastIsClosed = sameLine;
            beside |= sameLine;
        }
        return end(end);
    }

    private int block(int from, int to) {
        begin(from);
        lastIsLines = false;
        int end = from + 2;
        while (end < to && !(source[end - 1] == '*' && source[end] == '/' && end > from + 2)) {
            end++;
        }
        return end(Math.min(end + 1, to));
    }

    private void begin(int at) {
        if (count++ == 0) {
            breaksBefore = breaksAfter;
        }
        lastStart = at;
    }

    private int end(int at) {
        lastEnd = at;
        breaksAfter = 0;
        return at;
    }

    private boolean hasBreak(int from, int to) {
        for (int p = from; p < to; p++) {
            if (source[p] == '\n') {
                return true;
            }
        }
        return false;
    }

    /** The text of the last comment, without what marks it as one. */
    private String text() {
        String comment = new String(source, lastStart, lastEnd - lastStart, StandardCharsets.UTF_8);
        return lastIsLines
                ? withoutMarks(comment, "//", true) + "\n"
                : withoutMarks(comment.substring(2, comment.length() - 2), "*", false);
    }

    /** Takes blanks and the mark from the start of each line, the first line only if it has the mark too. */
    private static String withoutMarks(String comment, String mark, boolean onFirstLine) {
        StringBuilder text = new StringBuilder(comment.length());
        int line = 0;
        while (line < comment.length()) {
            int end = comment.indexOf('\n', line) + 1;
            if (end == 0) {
                end = comment.length();
            }
            int from = line;
            if (line > 0 || onFirstLine) {
                while (from < end && (comment.charAt(from) == ' ' || comment.charAt(from) == '\t')) {
                    from++;
                }
                from += comment.startsWith(mark, from) ? mark.length() : 0;
            }
            text.append(comment, from, end);
            line = end;
        }
        return text.toString();
    }
}
