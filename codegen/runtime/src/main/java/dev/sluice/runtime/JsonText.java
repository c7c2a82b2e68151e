package dev.sluice.runtime;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * JSON text that grows. It is in Latin-1 as long as that has all of its characters, of which a string is made by copying, and
 * in UTF-8 from then on. Not safe for several threads.
 */
final class JsonText {
    private static final byte[] HEX = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);

    /** Of each Latin-1 character 0 where a string holds it as it is, one byte, else 1. */
    private static final byte[] ODD = new byte[256];

    /** The digits of the numbers below 100. */
    private static final byte[] TENS = new byte[100];

    private static final byte[] ONES = new byte[100];

    static {
        for (int i = 0; i < TENS.length; i++) {
            TENS[i] = (byte) ('0' + i / 10);
            ONES[i] = (byte) ('0' + i % 10);
        }
        for (int c = 0; c < ODD.length; c++) {
            boolean plain = c >= ' ' && c < 0x7f && c != '"' && c != '\\';
            ODD[c] = (byte) (plain ? 0 : 1);
        }
    }

    private byte[] bytes;
    private int length;
    private boolean latin = true;

    JsonText(int room) {
        bytes = new byte[room];
    }

    /** Makes the text empty. */
    void clear() {
        length = 0;
        latin = true;
    }

    /** How many bytes it holds without growing. */
    int room() {
        return bytes.length;
    }

    /** The text. */
    @Override
    public String toString() {
        return new String(bytes, 0, length, latin ? StandardCharsets.ISO_8859_1 : StandardCharsets.UTF_8);
    }

    private void reserve(int more) {
        if (bytes.length - length < more) {
            grow(more);
        }
    }

    private void grow(int more) {
        long wanted = Math.max((long) length + more, 2L * bytes.length);
        if ((long) length + more > Integer.MAX_VALUE - 8) {
            throw new IllegalStateException("a JSON text cannot exceed 2 GiB");
        }
        bytes = Arrays.copyOf(bytes, (int) Math.min(wanted, Integer.MAX_VALUE - 8));
    }

    /** Appends an ASCII character. */
    void add(char c) {
        reserve(1);
        bytes[length++] = (byte) c;
    }

    /** Appends UTF-8 but for the first so many bytes. */
    void add(byte[] utf8, int from, boolean isAscii) {
        if (latin && !isAscii) {
            encode();
        }
        int count = utf8.length - from;
        reserve(count);
        System.arraycopy(utf8, from, bytes, length, count);
        length += count;
    }

    /** Appends a text of ASCII characters. */
    @SuppressWarnings("deprecation")
    void ascii(String text) {
        int count = text.length();
        reserve(count);
        text.getBytes(0, count, bytes, length);
        length += count;
    }

    /** Appends a number in decimal. */
    void number(long value) {
        if (value < 0) {
            ascii(Long.toString(value));
            return;
        }
        int digits = 1;
        for (long bound = 10; digits < 19 && value >= bound; bound *= 10) {
            digits++;
        }
        digits(value, digits);
    }

    /** Appends so many last digits of a number that is not negative. */
    void digits(long value, int count) {
        reserve(count);
        int at = length += count;
        int first = at - count;
        long rest = value;
        while (at - first > 1 && rest > Integer.MAX_VALUE) {
            at -= 2;
            pair((int) (rest % 100), at);
            rest /= 100;
        }
        int small = (int) rest;
        while (at - first > 1) {
            at -= 2;
            pair(small % 100, at);
            small /= 100;
        }
        if (at > first) {
            bytes[first] = (byte) ('0' + small % 10);
        }
    }

    private void pair(int number, int at) {
        bytes[at] = TENS[number];
        bytes[at + 1] = ONES[number];
    }

    /** Appends a string, quoted and escaped; a surrogate without its partner becomes U+FFFD. */
    @SuppressWarnings("deprecation")
    void quoted(String value) {
        int count = value.length();
        reserve(count + 2);
        byte[] to = bytes;
        int at = length;
        to[at++] = '"';
        value.getBytes(0, count, to, at);
        int odd = 0;
        for (int i = 0; i < count; i++) {
            char c = value.charAt(i);
            odd |= ODD[c & 0xff] | c >> 8;
        }
        if (odd != 0) {
            length = at;
            escaped(value);
            return;
        }
        to[at + count] = '"';
        length = at + count + 1;
    }

    private void escaped(String value) {
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            reserve(6);
            if (c < 0x80) {
                if (ODD[c] == 0) {
                    bytes[length++] = (byte) c;
                } else {
                    escape(c);
                }
            } else if (c == '\u2028' || c == '\u2029') {
                escape(c);
            } else if (Character.isHighSurrogate(c)
                    && i + 1 < value.length()
                    && Character.isLowSurrogate(value.charAt(i + 1))) {
                point(Character.toCodePoint(c, value.charAt(++i)));
            } else {
                point(Character.isSurrogate(c) ? '\uFFFD' : c);
            }
        }
        add('"');
    }

    private void escape(char c) {
        bytes[length++] = '\\';
        switch (c) {
            case '"', '\\' -> bytes[length++] = (byte) c;
            case '\n' -> bytes[length++] = 'n';
            case '\r' -> bytes[length++] = 'r';
            case '\t' -> bytes[length++] = 't';
            default -> {
                bytes[length++] = 'u';
                for (int shift = 12; shift >= 0; shift -= 4) {
                    bytes[length++] = HEX[c >> shift & 15];
                }
            }
        }
    }

    /** Goes on in UTF-8. */
    private void encode() {
        byte[] utf8 = toString().getBytes(StandardCharsets.UTF_8);
        latin = false;
        length = 0;
        reserve(utf8.length);
        System.arraycopy(utf8, 0, bytes, 0, utf8.length);
        length = utf8.length;
    }

    private void point(int point) {
        if (latin && point < 0x100) {
            bytes[length++] = (byte) point;
            return;
        }
        if (latin) {
            encode();
            reserve(6);
        }
        if (point < 0x800) {
            bytes[length++] = (byte) (0xc0 | point >> 6);
        } else {
            if (point < 0x10000) {
                bytes[length++] = (byte) (0xe0 | point >> 12);
            } else {
                bytes[length++] = (byte) (0xf0 | point >> 18);
                bytes[length++] = (byte) (0x80 | point >> 12 & 0x3f);
            }
            bytes[length++] = (byte) (0x80 | point >> 6 & 0x3f);
        }
        bytes[length++] = (byte) (0x80 | point & 0x3f);
    }
}
