package dev.sluice.runtime;

/**
 * Doubles that have few decimals, as most have that people write: up to 15 digits are exact as an integer, and divided by an
 * exact power of ten they give the nearest double (Clinger, How to Read Floating Point Numbers Accurately, 1990). No two such
 * decimals give one double, so that one of them is its shortest form.
 */
final class JsonDecimals {
    private static final int DECIMALS = 8;
    private static final double SCALE = 1e8;

    /** The powers of ten that are exact. */
    private static final double[] POWERS = {
        1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15
    };

    private JsonDecimals() {}

    /** Writes a double that is no integer, false where it has more than 8 decimals or is below 0.001 or above 10,000,000. */
    static boolean write(double value, JsonText out) {
        double size = Math.abs(value);
        long scaled = (long) (size * SCALE + 0.5);
        if (!(size >= 1e-3 && size < 1e7) || scaled / SCALE != size) {
            return false;
        }
        int fraction = (int) (scaled % (long) SCALE);
        int digits = DECIMALS;
        if (fraction % 10_000 == 0) {
            fraction /= 10_000;
            digits -= 4;
        }
        while (digits > 1 && fraction % 10 == 0) {
            fraction /= 10;
            digits--;
        }
        if (value < 0) {
            out.add('-');
        }
        out.number(scaled / (long) SCALE);
        out.add('.');
        out.digits(fraction, digits);
        return true;
    }

    /** The double that is {@code digits} with a point before the last so many of them; up to 15 digits. */
    static double of(long digits, int decimals) {
        return digits / POWERS[decimals];
    }
}
