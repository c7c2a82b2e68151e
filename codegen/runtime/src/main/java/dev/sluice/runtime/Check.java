package dev.sluice.runtime;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HashSet;
import java.util.function.BooleanSupplier;

/** Checks that generated validation calls where Java has no operator for them. */
public final class Check {
    private Check() {}

    /** The number of code points of a string. */
    public static int length(String value) {
        return value.codePointCount(0, value.length());
    }

    /** The number of bytes of a string in UTF-8. */
    public static int utf8Length(String value) {
        for (int i = 0; i < value.length(); i++) {
            if (value.charAt(i) >= 0x80) {
                return value.getBytes(StandardCharsets.UTF_8).length;
            }
        }
        return value.length();
    }

    /**
     * Whether a string consists of {@code min} to {@code max} characters of a set of ASCII characters.
     *
     * @param low the characters 0 to 63 of the set, a bit each
     * @param high the characters 64 to 127
     */
    public static boolean consistsOf(String value, long low, long high, int min, int max) {
        int length = value.length();
        if (length < min || length > max) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            char c = value.charAt(i);
            if (c >= 128 || ((c < 64 ? low : high) >>> c & 1) == 0) {
                return false;
            }
        }
        return true;
    }

    /** Whether no two elements are equal. */
    public static boolean isUnique(Collection<?> values) {
        return values.size() < 2 || new HashSet<>(values).size() == values.size();
    }

    /** Whether a condition holds; one whose arithmetic leaves its type's range does not. */
    public static boolean holds(BooleanSupplier condition) {
        try {
            return condition.getAsBoolean();
        } catch (ArithmeticException e) {
            return false;
        }
    }

    /**
     * The sum of unsigned 64-bit numbers.
     *
     * @throws ArithmeticException if it is out of range
     */
    public static long addUnsigned(long left, long right) {
        long sum = left + right;
        if (Long.compareUnsigned(sum, left) < 0) {
            throw new ArithmeticException("unsigned overflow");
        }
        return sum;
    }

    /**
     * The difference of unsigned 64-bit numbers.
     *
     * @throws ArithmeticException if it would be negative
     */
    public static long subtractUnsigned(long left, long right) {
        if (Long.compareUnsigned(left, right) < 0) {
            throw new ArithmeticException("unsigned underflow");
        }
        return left - right;
    }

    /**
     * The product of unsigned 64-bit numbers.
     *
     * @throws ArithmeticException if it is out of range
     */
    public static long multiplyUnsigned(long left, long right) {
        if (left != 0 && Long.compareUnsigned(right, Long.divideUnsigned(-1L, left)) > 0) {
            throw new ArithmeticException("unsigned overflow");
        }
        return left * right;
    }
}
