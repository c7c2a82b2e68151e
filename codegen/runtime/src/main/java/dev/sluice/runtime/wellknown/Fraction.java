package dev.sluice.runtime.wellknown;

/** Nanoseconds as the decimals of a second. */
final class Fraction {
    static final int SECOND = 1_000_000_000;

    private Fraction() {}

    /** Appends nothing for 0, else a point and 3, 6 or 9 digits. */
    static void append(StringBuilder text, int nanos) {
        if (nanos == 0) {
            return;
        }
        int digits = nanos % 1_000_000 == 0 ? 3 : nanos % 1_000 == 0 ? 6 : 9;
        int unit = SECOND / 10;
        text.append('.');
        for (int i = 0; i < digits; i++) {
            text.append((char) ('0' + nanos / unit % 10));
            unit /= 10;
        }
    }

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

    static void two(StringBuilder text, int number) {
        text.append((char) ('0' + number / 10)).append((char) ('0' + number % 10));
    }
}
