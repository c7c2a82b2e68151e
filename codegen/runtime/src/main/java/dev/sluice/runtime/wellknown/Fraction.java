package dev.sluice.runtime.wellknown;

/** Nanoseconds as the decimals of a second. */
final class Fraction {
    static final int SECOND = 1_000_000_000;

    private Fraction() {}

    /** The nanoseconds of an empty text, or of a point and 1 to 9 digits; -1 for any other. */
    static int parse(String text) {
        if (text.isEmpty()) {
            return 0;
        }
        if (text.charAt(0) != '.' || text.length() < 2 || text.length() > 10) {
            return -1;
        }
        int nanos = 0;
        for (int i = 1; i < 10; i++) {
            char digit = i < text.length() ? text.charAt(i) : '0';
            if (digit < '0' || digit > '9') {
                return -1;
            }
            nanos = 10 * nanos + digit - '0';
        }
        return nanos;
    }
}
