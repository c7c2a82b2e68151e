package dev.sluice.schema.parse;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** String literals: finding their end, checking and replacing their escapes. */
final class StringLiteral {
    private static final String SIMPLE_ESCAPES = "abfnrtv\\?'\"";
    private static final String SIMPLE_VALUES = "\u0007\b\f\n\r\t\u000b\\?'\"";
    private static final int MAX_CODE_POINT = 0x10ffff;

    private StringLiteral() {}

    /** The offset after the literal whose opening quote is at {@code from}; reports what is malformed. */
    static int scan(byte[] source, int from, FileProblems problems) {
        byte quote = source[from];
        int p = from + 1;
        while (p < source.length) {
            byte b = source[p];
            if (b == quote) {
                return p + 1;
            } else if (b == '\\') {
                p = scanEscape(source, p + 1, problems);
            } else if (b == '\n') {
                problems.report(from, "this string is not closed on its line; add the closing quote");
                return p;
            } else if (b == 0) {
                problems.report(p, "a string must not have a NUL byte; write \\0");
                p++;
            } else {
                p++;
            }
        }
        problems.report(from, "this string is never closed; add the closing quote");
        return p;
    }

    /** Checks the escape whose backslash is before {@code from}; returns the offset after what was recognised. */
    private static int scanEscape(byte[] source, int from, FileProblems problems) {
        int b = from < source.length ? source[from] : 0;
        if (SIMPLE_ESCAPES.indexOf(b) >= 0 && b != 0 || b >= '0' && b <= '7') {
            return from + 1;
        }
        if (b == 'x' || b == 'X') {
            if (hexDigits(source, from + 1, 1) == 0) {
                problems.report(from - 1, "expected one or two hexadecimal digits after \"\\x\"");
            }
            return from + 1;
        }
        if (b == 'u') {
            int digits = hexDigits(source, from + 1, 4);
            if (digits < 4) {
                problems.report(from - 1, "expected four hexadecimal digits after \"\\u\"");
            }
            return from + 1 + digits;
        }
        if (b == 'U') {
            int digits = hexDigits(source, from + 1, 8);
            if (digits < 8 || value(source, from + 1, 3) > 1) {
                problems.report(from - 1, "expected eight hexadecimal digits, at most 0010ffff, after \"\\U\"");
            }
            return from + 1 + digits;
        }
        problems.report(from - 1, "unknown escape in string; write \\\\ for a backslash");
        return from;
    }

    /** Appends the value of the literal between two offsets, its quotes included. */
    static void append(byte[] source, int start, int end, ByteArrayOutputStream to) {
        int limit = end > start + 1 && source[end - 1] == source[start] ? end - 1 : end;
        int p = start + 1;
        while (p < limit) {
            if (source[p] == '\\' && p + 1 < limit) {
                p = appendEscape(source, p + 1, limit, to);
            } else {
                to.write(source[p++]);
            }
        }
    }

    private static int appendEscape(byte[] source, int from, int limit, ByteArrayOutputStream to) {
        int b = source[from];
        if (b >= '0' && b <= '7') {
            int p = from;
            int code = 0;
            while (p < limit && p < from + 3 && source[p] >= '0' && source[p] <= '7') {
                code = code * 8 + source[p++] - '0';
            }
            to.write(code);
            return p;
        }
        if (b == 'x' || b == 'X') {
            int digits = hexDigits(source, from + 1, 2);
            to.write(value(source, from + 1, digits));
            return from + 1 + digits;
        }
        if (b == 'u' || b == 'U') {
            return appendCodePoint(source, from, to);
        }
        int simple = SIMPLE_ESCAPES.indexOf(b);
        to.write(simple < 0 ? '?' : SIMPLE_VALUES.charAt(simple));
        return from + 1;
    }

    private static int appendCodePoint(byte[] source, int from, ByteArrayOutputStream to) {
        int wanted = source[from] == 'u' ? 4 : 8;
        int digits = hexDigits(source, from + 1, wanted);
        int code = value(source, from + 1, digits);
        int p = from + 1 + digits;
        if (code >= Character.MIN_HIGH_SURROGATE
                && code <= Character.MAX_HIGH_SURROGATE
                && p + 1 < source.length
                && source[p] == '\\'
                && source[p + 1] == 'u'
                && hexDigits(source, p + 2, 4) == 4) {
            int low = value(source, p + 2, 4);
            if (low >= Character.MIN_LOW_SURROGATE && low <= Character.MAX_LOW_SURROGATE) {
                code = Character.toCodePoint((char) code, (char) low);
                p += 6;
            }
        }
        writeUtf8(code, to);
        return p;
    }

    /** Writes a code point in UTF-8, a lone surrogate in three bytes; past Unicode's end, its escape as it stands. */
    private static void writeUtf8(int code, ByteArrayOutputStream to) {
        if (code < 0x80) {
            to.write(code);
        } else if (code < 0x800) {
            to.write(0xc0 | code >> 6);
            to.write(0x80 | code & 0x3f);
        } else if (code < 0x10000) {
            to.write(0xe0 | code >> 12);
            to.write(0x80 | code >> 6 & 0x3f);
            to.write(0x80 | code & 0x3f);
        } else if (code <= MAX_CODE_POINT) {
            to.write(0xf0 | code >> 18);
            to.write(0x80 | code >> 12 & 0x3f);
            to.write(0x80 | code >> 6 & 0x3f);
            to.write(0x80 | code & 0x3f);
        } else {
            String digits = Integer.toHexString(code);
            to.writeBytes(("\\U" + "0".repeat(8 - digits.length()) + digits).getBytes(StandardCharsets.US_ASCII));
        }
    }

    /** How many of the bytes from {@code from} on are hexadecimal digits, at most {@code max}. */
    private static int hexDigits(byte[] source, int from, int max) {
        int count = 0;
        while (count < max && from + count < source.length && Character.digit(source[from + count], 16) >= 0) {
            count++;
        }
        return count;
    }

    private static int value(byte[] source, int from, int digits) {
        int value = 0;
        for (int i = 0; i < digits; i++) {
            value = value * 16 + Character.digit(source[from + i], 16);
        }
        return value;
    }
}
