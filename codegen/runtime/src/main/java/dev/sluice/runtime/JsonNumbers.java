package dev.sluice.runtime;

import java.math.BigDecimal;
import java.math.BigInteger;

/** The integers that one JSON type holds. */
enum JsonNumbers {
    INT32(BigInteger.valueOf(Integer.MIN_VALUE), BigInteger.valueOf(Integer.MAX_VALUE), "int32"),
    UINT32(BigInteger.ZERO, BigInteger.valueOf(0xffffffffL), "uint32"),
    INT64(BigInteger.valueOf(Long.MIN_VALUE), BigInteger.valueOf(Long.MAX_VALUE), "int64"),
    UINT64(BigInteger.ZERO, BigInteger.ONE.shiftLeft(64).subtract(BigInteger.ONE), "uint64");

    /** No integer; the least of int64 has more digits than are read at once. */
    static final long NONE = Long.MIN_VALUE;

    /** Digits beyond these are taken for an attempt to make the reader work. */
    private static final int MAX_LENGTH = 1_000;

    private final BigInteger least;
    private final BigInteger greatest;
    private final String type;
    private final long leastLong;
    private final long greatestLong;

    JsonNumbers(BigInteger least, BigInteger greatest, String type) {
        this.least = least;
        this.greatest = greatest;
        this.type = type;
        this.leastLong = least.longValue();
        this.greatestLong = greatest.min(BigInteger.valueOf(Long.MAX_VALUE)).longValue();
    }

    /** Whether this is an integer of the type, other than the least of int64. */
    boolean holds(long value) {
        return value != NONE && value >= leastLong && value <= greatestLong;
    }

    /**
     * Reads an integer, which may be written with a fraction of zeros or an exponent; an unsigned one modulo 2^64.
     *
     * @throws NumberFormatException if the text is no such number; its message says why
     */
    long parse(String number) {
        if (number.isEmpty() || JsonScanner.numberEnd(number, 0) != number.length()) {
            throw new NumberFormatException("expected an integer, found a string with something else");
        }
        if (number.length() <= 9 && isDigits(number)) {
            return Integer.parseInt(number);
        }
        if (number.length() > MAX_LENGTH) {
            throw new NumberFormatException("a number of more than " + MAX_LENGTH + " characters");
        }
        BigInteger value = exact(number);
        if (value.compareTo(least) < 0 || value.compareTo(greatest) > 0) {
            throw outOfRange();
        }
        return value.longValue();
    }

    private static boolean isDigits(String number) {
        for (int i = 0; i < number.length(); i++) {
            if (!JsonScanner.isDigit(number.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private BigInteger exact(String number) {
        BigDecimal value;
        try {
            value = new BigDecimal(number);
        } catch (NumberFormatException e) {
            throw outOfRange();
        }
        if (value.signum() == 0) {
            return BigInteger.ZERO;
        }
        if ((long) value.precision() - value.scale() > 20) {
            throw outOfRange();
        }
        BigDecimal stripped = value.stripTrailingZeros();
        if (stripped.scale() > 0) {
            throw new NumberFormatException("expected an integer, found a fraction");
        }
        return stripped.toBigIntegerExact();
    }

    private NumberFormatException outOfRange() {
        return new NumberFormatException("a number is out of the range of " + type);
    }
}
