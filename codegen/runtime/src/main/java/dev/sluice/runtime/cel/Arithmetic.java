package dev.sluice.runtime.cel;

/** Arithmetic that fails rather than leave its type's range (CEL language definition, Overflow). */
public final class Arithmetic {
    private Arithmetic() {}

    /**
     * The quotient.
     *
     * @throws ArithmeticException if it is out of range, or the divisor 0
     */
    public static long divide(long left, long right) {
        if (left == Long.MIN_VALUE && right == -1) {
            throw new ArithmeticException("long overflow");
        }
        return left / right;
    }

    /**
     * The remainder.
     *
     * @throws ArithmeticException if the divisor is 0
     */
    public static long modulo(long left, long right) {
        if (left == Long.MIN_VALUE && right == -1) {
            throw new ArithmeticException("long overflow");
        }
        return left % right;
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

    /** Compares numbers of two types, exactly; unordered, as NaN is, gives 2. */
    public static int compare(long left, double right) {
        if (Double.isNaN(right)) {
            return 2;
        }
        if (right >= 0x1p63) {
            return -1;
        }
        if (right < -0x1p63) {
            return 1;
        }
        int whole = Long.compare(left, (long) right);
        return whole != 0 ? whole : Double.compare(0.0, right - (long) right + 0.0);
    }

    /** Compares an unsigned number with a double, exactly; unordered, as NaN is, gives 2. */
    public static int compareUnsigned(long left, double right) {
        if (left >= 0) {
            return compare(left, right);
        }
        if (Double.isNaN(right)) {
            return 2;
        }
        if (right >= 0x1p64 || right < 0x1p63) {
            return right < 0x1p63 ? 1 : -1;
        }
        return compare(left + Long.MIN_VALUE, right - 0x1p63);
    }

    /** Compares a signed number with an unsigned one. */
    public static int compareSigned(long left, long unsigned) {
        return left < 0 || unsigned < 0 ? -1 : Long.compare(left, unsigned);
    }

    /** Whether an order is of equals or of a greater to a smaller. */
    public static boolean isZeroOrOne(int order) {
        return order == 0 || order == 1;
    }

    /** Whether a number is infinite, of the sign of another, if that is not 0. */
    public static boolean isInfinite(double value, long sign) {
        return Double.isInfinite(value) && (sign == 0 || sign > 0 == value > 0);
    }
}
