package dev.sluice.runtime;

/** Checks that generated validation calls where Java has no operator for them. */
public final class Check {
    private Check() {}

    /** The number of code points of a string. */
    public static int length(String value) {
        return value.codePointCount(0, value.length());
    }

    /** The number of bytes of a string in UTF-8. */
    public static int utf8Length(String value) {
        int length = value.length();
        int bytes = length;
        for (int i = 0; i < length; i++) {
            char c = value.charAt(i);
            if (c >= 0x80) {
                bytes += c < 0x800 ? 1 : 2;
                boolean pair =
                        Character.isHighSurrogate(c) && i + 1 < length && Character.isLowSurrogate(value.charAt(i + 1));
                i += pair ? 1 : 0;
            }
        }
        return bytes;
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
}
