package dev.sluice.schema.parse;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * The comments between two tokens, sorted by what they belong to: the declaration before, the one after, or neither.
 *
 * <p>Line comments on successive lines are one comment; a block comment is one by itself. The first comment belongs to
 * the declaration before where it begins on the same line, or on the next line and a blank line or the end of the
 * block follows. The last one belongs to the declaration after, unless a blank line or the end of a block comes
 * between. The rest is detached (descriptor.proto, SourceCodeInfo.Location).
 */
final class CommentGap {
    private static final int NO_LINE = -1;

    private final Lexer lexer;
    private final byte[] source;
    private final ByteArrayOutputStream text = new ByteArrayOutputStream();
    private String trailing = "";
    private List<String> detached = new ArrayList<>();
    private boolean pending;
    private boolean pendingIsLines;
    private boolean mayTrail;
    private boolean hasTrailing;
    private int settled;
    private int lineBreaks;

    CommentGap(Lexer lexer) {
        this.lexer = lexer;
        this.source = lexer.source();
    }

    /** What belongs to the declaration before; empty if nothing does. */
    String trailing() {
        return trailing;
    }

    /** What belongs to neither side, in order. */
    List<String> detached() {
        return detached;
    }

    /** What belongs to the declaration after; empty if nothing does. */
    String leading() {
        return pending ? text.toString(StandardCharsets.UTF_8) : "";
    }

    /** Moves the lexer to the first token and takes in the comments before it. */
    void readFirst(int from) {
        reset(false);
        int p = readLines(from);
        settle(p, NO_LINE, NO_LINE);
    }

    /** Moves the lexer from the last token of a declaration to the next token and takes in the comments between. */
    void read() {
        reset(true);
        int p = skipBlanks(lexer.position());
        int trailingEndsOn = NO_LINE;
        if (commentAt(p) == '/') {
            p = readLineComment(p);
            flush();
        } else if (commentAt(p) == '*') {
            p = skipBlanks(readBlockComment(p));
            trailingEndsOn = lineBreaks;
            flush();
        } else if (atLineBreak(p)) {
            lineBreaks++;
            p++;
        } else {
            lexer.nextAt(lexer.skipTrivia(p));
            return;
        }
        settle(readLines(p), 0, trailingEndsOn);
    }

    private void reset(boolean hasPrevious) {
        trailing = "";
        detached = new ArrayList<>(0);
        text.reset();
        pending = false;
        mayTrail = hasPrevious;
        hasTrailing = false;
        settled = 0;
        lineBreaks = 0;
    }

    private int readLines(int from) {
        int p = from;
        while (true) {
            p = skipBlanks(p);
            if (commentAt(p) == '/') {
                p = readLineComment(p);
            } else if (commentAt(p) == '*') {
                p = skipBlanks(readBlockComment(p));
                if (atLineBreak(p)) {
                    lineBreaks++;
                    p++;
                }
            } else if (atLineBreak(p)) {
                lineBreaks++;
                p++;
                flush();
                mayTrail = false;
            } else {
                return p;
            }
        }
    }

    /** Decides on the last comment, now that the next token is known. */
    private void settle(int tokenAt, int previousLine, int trailingEndsOn) {
        lexer.nextAt(lexer.skipTrivia(tokenAt));
        boolean atEnd = lexer.kind() == TokenKind.END;
        if (atEnd || lexer.at('}') || lexer.at(']') || lexer.at(')')) {
            flush();
        }
        boolean betweenTokensOfOneLine = lineBreaks == previousLine || lineBreaks == trailingEndsOn;
        if (!atEnd && betweenTokensOfOneLine && settled + (pending ? 1 : 0) == 1) {
            detachOnly();
        }
    }

    /** A single comment between two tokens of one line may belong to either: it is detached. */
    private void detachOnly() {
        if (hasTrailing) {
            detached.add(0, trailing);
            trailing = "";
        }
        flush();
    }

    private void flush() {
        if (!pending) {
            return;
        }
        String comment = text.toString(StandardCharsets.UTF_8);
        if (mayTrail) {
            trailing = comment;
            hasTrailing = true;
            mayTrail = false;
        } else {
            detached.add(comment);
        }
        text.reset();
        pending = false;
        settled++;
    }

    private int readLineComment(int from) {
        if (pending && !pendingIsLines) {
            flush();
        }
        pending = true;
        pendingIsLines = true;
        int end = lexer.lineCommentEnd(from + 2);
        text.write(source, from + 2, end - from - 2);
        if (source[end - 1] == '\n') {
            lineBreaks++;
        }
        return end;
    }

    /** Takes in a block comment; of each line but the first, leading blanks and one asterisk are left out. */
    private int readBlockComment(int from) {
        flush();
        pending = true;
        pendingIsLines = false;
        int end = lexer.blockCommentEnd(from + 2);
        int textEnd = Math.max(from + 2, end - 2);
        int lineStart = from + 2;
        for (int p = from + 2; p < textEnd; p++) {
            if (source[p] == '\n') {
                lineBreaks++;
                text.write(source, lineStart, p + 1 - lineStart);
                lineStart = Math.min(skipBlanks(p + 1), textEnd);
                if (lineStart < textEnd && source[lineStart] == '*') {
                    lineStart++;
                }
                p = lineStart - 1;
            }
        }
        text.write(source, lineStart, textEnd - lineStart);
        return end;
    }

    private int skipBlanks(int from) {
        int p = from;
        while (p < source.length && (source[p] == ' ' || source[p] >= '\t' && source[p] <= '\r' && source[p] != '\n')) {
            p++;
        }
        return p;
    }

    private boolean atLineBreak(int offset) {
        return offset < source.length && source[offset] == '\n';
    }

    /** The second character of the comment that begins at an offset, or 0. */
    private int commentAt(int offset) {
        if (offset + 1 < source.length && source[offset] == '/') {
            int second = source[offset + 1];
            return second == '/' || second == '*' ? second : 0;
        }
        return 0;
    }
}
