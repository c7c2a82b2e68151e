package dev.sluice.schema.parse;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Reads numbers and strings where the grammar requires them. */
final class Literals {
    private final Tokens tokens;

    Literals(Tokens tokens) {
        this.tokens = tokens;
    }

    /** The value of a string literal and those directly after it. */
    byte[] bytes(String what) {
        if (tokens.kind() != TokenKind.STRING) {
            throw tokens.expected(what);
        }
        ByteArrayOutputStream value = new ByteArrayOutputStream(tokens.end() - tokens.start());
        while (tokens.kind() == TokenKind.STRING) {
            StringLiteral.append(tokens.source(), tokens.start(), tokens.end(), value);
            tokens.next();
        }
        return value.toByteArray();
    }

    /** The value of a string literal and those directly after it, as text. */
    String string(String what) {
        return new String(bytes(what), StandardCharsets.UTF_8);
    }

    /** A non-negative integer, at most the largest int32. */
    int int32(String what) {
        return (int) integer(Integer.MAX_VALUE, what);
    }

    /** An int32 that may have a minus sign. */
    int signedInt32(String what) {
        if (tokens.accept('-')) {
            return (int) -integer(-(long) Integer.MIN_VALUE, what);
        }
        return int32(what);
    }

    /** An integer from 0 to {@code max}, an unsigned number; one out of range is reported and read as 0. */
    long integer(long max, String what) {
        if (tokens.kind() != TokenKind.INTEGER) {
            throw tokens.expected(what);
        }
        long value = 0;
        if (NumberLiteral.fits(tokens.source(), tokens.start(), tokens.end(), max)) {
            value = NumberLiteral.integer(tokens.source(), tokens.start(), tokens.end());
        } else {
            tokens.report(
                    tokens.shown() + " is out of range; at most " + Long.toUnsignedString(max) + " is possible here");
        }
        tokens.next();
        return value;
    }

    /** A number of any kind, {@code inf} or {@code nan}. */
    double number(String what) {
        double value;
        if (tokens.kind() == TokenKind.FLOAT) {
            value = NumberLiteral.decimal(tokens.source(), tokens.start(), tokens.end());
        } else if (tokens.kind() == TokenKind.INTEGER) {
            value = integerAsFloat();
        } else if (tokens.at(Word.INF)) {
            value = Double.POSITIVE_INFINITY;
        } else if (tokens.at(Word.NAN)) {
            value = Double.NaN;
        } else {
            throw tokens.expected(what);
        }
        tokens.next();
        return value;
    }

    private double integerAsFloat() {
        if (NumberLiteral.fits(tokens.source(), tokens.start(), tokens.end(), NumberLiteral.UINT64_MAX)) {
            return NumberLiteral.unsignedToDouble(NumberLiteral.integer(tokens.source(), tokens.start(), tokens.end()));
        }
        if (!NumberLiteral.isDecimal(tokens.source(), tokens.start(), tokens.end())) {
            tokens.report(tokens.shown() + " is out of range; a hexadecimal or octal number has at most 64 bits");
            return 0;
        }
        return NumberLiteral.decimal(tokens.source(), tokens.start(), tokens.end());
    }
}
