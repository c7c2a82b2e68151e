package dev.sluice.runtime;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Decodes base64 within JSON text in place (RFC 4648, 4 and 5). */
final class JsonBase64 {
    /** The six bits of each Latin-1 character in either alphabet, -1 for others. */
    private static final byte[] BITS = new byte[256];

    static {
        String alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
        Arrays.fill(BITS, (byte) -1);
        for (int i = 0; i < alphabet.length(); i++) {
            BITS[alphabet.charAt(i)] = (byte) i;
        }
        BITS['-'] = BITS['+'];
        BITS['_'] = BITS['/'];
    }

    private JsonBase64() {}

    /** The bytes that a part of a text, not an empty one, stands for; null where it has anything else, such as escapes. */
    static byte @Nullable [] decode(String text, int from, int to) {
        int end = to;
        for (int i = 0; i < 2 && (to - from) % 4 == 0 && text.charAt(end - 1) == '='; i++) {
            end--;
        }
        int rest = (end - from) % 4;
        if (rest == 1) {
            return null;
        }
        int whole = end - rest;
        byte[] bytes = new byte[(whole - from) / 4 * 3 + (rest == 0 ? 0 : rest - 1)];
        int at = 0;
        int faults = 0;
        for (int i = from; i < whole; i += 4) {
            int first = bits(text.charAt(i)) << 18 | bits(text.charAt(i + 1)) << 12;
            int quantum = first | bits(text.charAt(i + 2)) << 6 | bits(text.charAt(i + 3));
            faults |= quantum;
            bytes[at] = (byte) (quantum >> 16);
            bytes[at + 1] = (byte) (quantum >> 8);
            bytes[at + 2] = (byte) quantum;
            at += 3;
        }
        if (rest != 0) {
            int third = rest == 3 ? bits(text.charAt(whole + 2)) << 6 : 0;
            int quantum = bits(text.charAt(whole)) << 18 | bits(text.charAt(whole + 1)) << 12 | third;
            faults |= quantum;
            bytes[at] = (byte) (quantum >> 16);
            if (rest == 3) {
                bytes[at + 1] = (byte) (quantum >> 8);
            }
        }
        return faults < 0 ? null : bytes;
    }

    /** The bits of a character, negative where it has none. */
    private static int bits(char c) {
        return BITS[c & 0xff] | -(c >> 8);
    }
}
