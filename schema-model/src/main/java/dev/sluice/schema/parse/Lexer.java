package dev.sluice.schema.parse;

/**
 * Splits the bytes of a file into tokens, one at a time; comments and white space fall between tokens. Reports what is
 * no token and goes on. Offsets are in bytes.
 */
final class Lexer {
    /** At or above this class a byte may stand in a name. */
    private static final byte NAME = 8;

    private static final byte LETTER = NAME;
    private static final byte DIGIT = NAME + 1;
    private static final byte SPACE = 1;
    private static final byte CONTROL = 2;
    private static final byte QUOTE = 3;
    private static final byte NOT_ASCII = 4;
    private static final byte[] CLASSES = classes();

    private final byte[] source;
    private final int limit;
    private final FileProblems problems;
    private final NumberScanner numbers;
    private int position;
    private TokenKind kind = TokenKind.END;
    private int start;
    private int end;
    private TokenKind previousKind = TokenKind.END;
    private int previousEnd;

    Lexer(byte[] source, FileProblems problems) {
        this.source = source;
        this.limit = source.length;
        this.problems = problems;
        this.numbers = new NumberScanner(source, problems);
    }

    byte[] source() {
        return source;
    }

    TokenKind kind() {
        return kind;
    }

    /** First byte of the current token. */
    int start() {
        return start;
    }

    /** The byte after the current token. */
    int end() {
        return end;
    }

    /** The byte after the token before the current one; 0 before the second token. */
    int previousEnd() {
        return previousEnd;
    }

    /** Whether the current token is this symbol. */
    boolean at(char symbol) {
        return kind == TokenKind.SYMBOL && source[start] == symbol;
    }

    /** Moves to the next token; at the end it stays there. */
    void next() {
        position = skipTrivia(position);
        scan();
    }

    /** Where the next token or what stands before it begins. */
    int position() {
        return position;
    }

    /** Moves to the token that begins at an offset that {@link #skipTrivia} returned. */
    void nextAt(int offset) {
        position = offset;
        scan();
    }

    /** The offset of the next token at or after {@code from}: past white space, comments and stray control characters. */
    int skipTrivia(int from) {
        int p = from;
        while (p < limit) {
            byte b = source[p];
            if (b == ' ' || b == '\n') {
                p++;
            } else if (b == '/') {
                int next = p + 1 < limit ? source[p + 1] : 0;
                if (next == '/') {
                    p = lineCommentEnd(p + 2);
                } else if (next == '*') {
                    p = blockCommentEnd(p + 2);
                } else {
                    return p;
                }
            } else if (b > ' ' || b < 0) {
                return p;
            } else if (CLASSES[b] == SPACE) {
                p++;
            } else {
                p = skipControls(p);
            }
        }
        return limit;
    }

    /** The offset after a line comment's line break, from the offset after its slashes. */
    int lineCommentEnd(int from) {
        int p = from;
        while (p < limit) {
            byte b = source[p++];
            if (b <= '\n' && b >= 0) {
                if (b == '\n') {
                    return p;
                }
                if (b == 0) {
                    problems.report(p - 1, "a comment must not have a NUL byte; remove it");
                }
            }
        }
        return p;
    }

    /** The offset after a block comment's end, from the offset after its beginning. */
    int blockCommentEnd(int from) {
        int p = from;
        while (p < limit) {
            byte b = source[p++];
            if (b == '*') {
                if (p < limit && source[p] == '/') {
                    return p + 1;
                }
            } else if (b == '/') {
                if (p < limit && source[p] == '*') {
                    problems.report(p - 1, "\"/*\" inside a block comment: block comments do not nest; remove it");
                }
            } else if (b == 0) {
                problems.report(p - 1, "a comment must not have a NUL byte; remove it");
            }
        }
        problems.report(from - 2, "this block comment is never closed; add \"*/\"");
        return limit;
    }

    private int skipControls(int from) {
        int p = from;
        while (p < limit && CLASSES[source[p] & 0xff] == CONTROL) {
            p++;
        }
        problems.report(from, "a control character (" + hex(source[from]) + ") outside a string; remove it");
        return p;
    }

    private void scan() {
        previousKind = kind;
        previousEnd = end;
        int p = position;
        start = p;
        if (p >= limit) {
            kind = TokenKind.END;
            end = p;
            return;
        }
        byte b = source[p];
        byte type = CLASSES[b & 0xff];
        if (type == LETTER) {
            do {
                p++;
            } while (p < limit && CLASSES[source[p] & 0xff] >= NAME);
            kind = TokenKind.IDENTIFIER;
        } else if (type == DIGIT) {
            p = number(p);
        } else if (type == QUOTE) {
            p = StringLiteral.scan(source, p, problems);
            kind = TokenKind.STRING;
        } else if (b == '.' && p + 1 < limit && CLASSES[source[p + 1] & 0xff] == DIGIT) {
            if (previousKind == TokenKind.IDENTIFIER && previousEnd == p) {
                problems.report(p, "expected a space between the name and the number");
            }
            p = number(p);
        } else {
            if (type == NOT_ASCII) {
                p = notAscii(p);
            }
            p++;
            kind = TokenKind.SYMBOL;
        }
        end = p;
        position = p;
    }

    private int number(int from) {
        int to = numbers.scan(from);
        kind = numbers.isFloat() ? TokenKind.FLOAT : TokenKind.INTEGER;
        return to;
    }

    /** Reports a run of bytes that are not ASCII as one problem; returns the last of them. */
    private int notAscii(int from) {
        int p = from;
        while (p + 1 < limit && source[p + 1] < 0) {
            p++;
        }
        problems.report(from, "a character that is not ASCII (" + hex(source[from]) + ") outside strings and comments");
        return p;
    }

    private static String hex(byte b) {
        return "byte 0x" + Character.forDigit(b >> 4 & 15, 16) + Character.forDigit(b & 15, 16);
    }

    private static byte[] classes() {
        byte[] classes = new byte[256];
        for (int i = 0; i < ' '; i++) {
            classes[i] = CONTROL;
        }
        for (int i = '\t'; i <= '\r'; i++) {
            classes[i] = SPACE;
        }
        classes[' '] = SPACE;
        classes['"'] = QUOTE;
        classes['\''] = QUOTE;
        for (int i = 0; i < 26; i++) {
            classes['a' + i] = LETTER;
            classes['A' + i] = LETTER;
        }
        classes['_'] = LETTER;
        for (int i = '0'; i <= '9'; i++) {
            classes[i] = DIGIT;
        }
        for (int i = 128; i < 256; i++) {
            classes[i] = NOT_ASCII;
        }
        return classes;
    }
}
