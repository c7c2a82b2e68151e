package dev.sluice.schema.parse;

import dev.sluice.schema.descriptor.UninterpretedOption.Aggregate;
import dev.sluice.schema.problem.Problem;
import dev.sluice.schema.problem.Problems;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** The tokens of an option's value between braces. The file must have been parsed without problems. */
public final class AggregateTokens {
    private final byte[] source;
    private final int limit;
    private final Lexer lexer;
    private final Names names;
    private final Lines screenLines;

    /** Stands at the first token after the opening brace. */
    public AggregateTokens(Aggregate aggregate, Names names) {
        this.source = aggregate.source();
        this.limit = aggregate.end();
        this.names = names;
        this.screenLines = new Lines(source, Columns.SCREEN);
        this.lexer = new Lexer(source, new FileProblems("", new Lines(source), new Problems()));
        lexer.nextAt(lexer.skipTrivia(aggregate.offset()));
    }

    /** Whether all tokens have been read; text format takes {@code #} for the beginning of a comment. */
    public boolean atEnd() {
        return lexer.start() >= limit || lexer.at('#');
    }

    /** Whether the current token is this symbol. */
    public boolean at(char symbol) {
        return !atEnd() && lexer.at(symbol);
    }

    /** Whether the current token is a name. */
    public boolean atName() {
        return !atEnd() && lexer.kind() == TokenKind.IDENTIFIER;
    }

    /** Whether the current token is an integer without sign. */
    public boolean atInteger() {
        return !atEnd() && lexer.kind() == TokenKind.INTEGER;
    }

    /** Whether the current token is a number with a point or an exponent. */
    public boolean atFloat() {
        return !atEnd() && lexer.kind() == TokenKind.FLOAT;
    }

    /** Whether the current token is a string literal. */
    public boolean atString() {
        return !atEnd() && lexer.kind() == TokenKind.STRING;
    }

    /** Steps over the current token. */
    public void next() {
        lexer.next();
    }

    /** Steps over this symbol if it is there. */
    public boolean accept(char symbol) {
        if (at(symbol)) {
            lexer.next();
            return true;
        }
        return false;
    }

    /** The current token, a name or number, as it is written. */
    public String text() {
        return names.of(source, lexer.start(), lexer.end());
    }

    /** The current token in lower case. */
    public String lowerCaseText() {
        return text().toLowerCase(Locale.ROOT);
    }

    /** What the current token is called in a problem. */
    public String shown() {
        if (atEnd()) {
            return "the end of the value";
        }
        return "\"" + new String(source, lexer.start(), lexer.end() - lexer.start(), StandardCharsets.UTF_8) + "\"";
    }

    /** Whether the integer at hand is at most {@code max}, an unsigned number. */
    public boolean integerFits(long max) {
        return NumberLiteral.fits(source, lexer.start(), lexer.end(), max);
    }

    /** The integer at hand, modulo 2^64. */
    public long integer() {
        return NumberLiteral.integer(source, lexer.start(), lexer.end());
    }

    /** Whether the integer at hand is neither octal nor hexadecimal. */
    public boolean isDecimal() {
        return NumberLiteral.isDecimal(source, lexer.start(), lexer.end());
    }

    /** The number at hand, decimal, as a double. */
    public double number() {
        return NumberLiteral.decimal(source, lexer.start(), lexer.end());
    }

    /** The value of the string literals from the current token on, which are stepped over. */
    public byte[] strings() {
        ByteArrayOutputStream value = new ByteArrayOutputStream(lexer.end() - lexer.start());
        while (atString()) {
            StringLiteral.append(source, lexer.start(), lexer.end(), value);
            lexer.next();
        }
        return value.toByteArray();
    }

    /** The byte offset of the current token. */
    public int offset() {
        return Math.min(lexer.start(), limit);
    }

    /** The span from a byte offset to the end of the token before the current one, as a terminal shows it. */
    public int[] screenSpan(int start) {
        int end = lexer.previousEnd();
        return new int[] {
            screenLines.line(start), screenLines.column(start), screenLines.line(end), screenLines.column(end)
        };
    }

    /** A problem at a byte offset. */
    public Problem problem(String path, int offset, String message) {
        Lines lines = new Lines(source);
        return new Problem(path, lines.line(offset) + 1, lines.column(offset) + 1, message);
    }
}
