package dev.sluice.schema.parse;

import java.nio.charset.StandardCharsets;

/** Values of number tokens. */
final class NumberLiteral {
    /** The largest unsigned 64-bit integer, as bits. */
    static final long UINT64_MAX = -1L;

    private NumberLiteral() {}

    /** Whether the integer token between two offsets is at most {@code max}, an unsigned number. */
    static boolean fits(byte[] source, int start, int end, long max) {
        int base = base(source, start, end);
        long highest = Long.divideUnsigned(UINT64_MAX, base);
        long value = 0;
        for (int i = firstDigit(start, base); i < end; i++) {
            int digit = Math.max(0, Character.digit(source[i], base));
            if (Long.compareUnsigned(value, highest) > 0) {
                return false;
            }
            value = value * base + digit;
            if (Long.compareUnsigned(value, digit) < 0) {
                return false;
            }
        }
        return Long.compareUnsigned(value, max) <= 0;
    }

    /** The integer token between two offsets, modulo 2^64. */
    static long integer(byte[] source, int start, int end) {
        int base = base(source, start, end);
        long value = 0;
        for (int i = firstDigit(start, base); i < end; i++) {
            value = value * base + Math.max(0, Character.digit(source[i], base));
        }
        return value;
    }

    /** Whether the integer token between two offsets is decimal. */
    static boolean isDecimal(byte[] source, int start, int end) {
        return base(source, start, end) == 10;
    }

    /** The decimal token between two offsets as a float; 0 for one that is malformed. */
    static double decimal(byte[] source, int start, int end) {
        String text = new String(source, start, end - start, StandardCharsets.US_ASCII);
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException malformed) {
            return 0;
        }
    }

    /** An unsigned 64-bit integer, rounded to a float. */
    static double unsignedToDouble(long bits) {
        if (bits >= 0) {
            return bits;
        }
        // Halve with the lost bit kept sticky, so that rounding happens once.
        return (double) (bits >>> 1 | bits & 1) * 2;
    }

    private static int base(byte[] source, int start, int end) {
        if (end - start < 2 || source[start] != '0') {
            return 10;
        }
        return (source[start + 1] | 0x20) == 'x' ? 16 : 8;
    }

    private static int firstDigit(int start, int base) {
        return base == 16 ? start + 2 : start;
    }
}
