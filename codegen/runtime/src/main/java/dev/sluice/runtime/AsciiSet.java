package dev.sluice.runtime;

/** A set of ASCII characters, for generated checks of strings that consist of them. Immutable. */
public final class AsciiSet {
    /** Of each Latin-1 character 0 where the set has it, else 1. */
    private final byte[] missing = new byte[256];

    private AsciiSet(long low, long high) {
        for (int c = 0; c < missing.length; c++) {
            boolean has = c < 128 && ((c < 64 ? low : high) >>> c & 1) != 0;
            missing[c] = (byte) (has ? 0 : 1);
        }
    }

    /**
     * The set with these characters, a bit each.
     *
     * @param low the characters 0 to 63
     * @param high the characters 64 to 127
     */
    public static AsciiSet of(long low, long high) {
        return new AsciiSet(low, high);
    }

    /** Whether a string consists of {@code min} to {@code max} characters of the set. */
    public boolean makes(String value, int min, int max) {
        int length = value.length();
        if (length < min || length > max) {
            return false;
        }
        int faults = 0;
        for (int i = 0; i < length; i++) {
            char c = value.charAt(i);
            faults |= missing[c & 0xff] | c >> 8;
        }
        return faults == 0;
    }
}
