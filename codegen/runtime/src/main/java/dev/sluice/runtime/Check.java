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
        int units = 0;
        for (int i = 0; i < length; i++) {
            units |= value.charAt(i);
        }
        return units < 0x80 ? length : utf8LengthBeyondAscii(value, length);
    }

    /** Whether a string has more than {@code most} bytes in UTF-8; of a short one nothing is read. */
    public static boolean exceedsUtf8(String value, int most) {
        int length = value.length();
        return length > most || 3L * length > most && utf8Length(value) > most;
    }

    private static int utf8LengthBeyondAscii(String value, int length) {
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
}
