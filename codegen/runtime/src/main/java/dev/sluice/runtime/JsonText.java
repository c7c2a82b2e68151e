package dev.sluice.runtime;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** JSON text that grows, in UTF-8. Not safe for several threads. */
final class JsonText {
    private static final byte[] HEX = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);

    /** Which ASCII characters a string holds as they are. */
    private static final boolean[] PLAIN = new boolean[128];

    static {
        for (int c = ' '; c < 0x7f; c++) {
            PLAIN[c] = c != '"' && c != '\\';
        }
    }

    private byte[] bytes;
    private int length;
    private boolean ascii = true;

    JsonText(int room) {
        bytes = new byte[room];
    }

    /** Makes the text empty. */
    void clear() {
        length = 0;
        ascii = true;
    }

    /** How many bytes it holds without growing. */
    int room() {
        return bytes.length;
    }

    /** The text. */
    @Override
    public String toString() {
        return new String(bytes, 0, length, ascii ? StandardCharsets.ISO_8859_1 : StandardCharsets.UTF_8);
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

    /** Appends UTF-8. */
    void add(byte[] utf8, boolean isAscii) {
        reserve(utf8.length);
        System.arraycopy(utf8, 0, bytes, length, utf8.length);
        length += utf8.length;
        ascii &= isAscii;
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
        reserve(19);
        int digits = 1;
        for (long rest = value; rest >= 10; rest /= 10) {
            digits++;
        }
        int at = length += digits;
        long rest = value;
        do {
            bytes[--at] = (byte) ('0' + rest % 10);
            rest /= 10;
        } while (rest != 0);
    }

    /** Appends a string, quoted and escaped; a surrogate without its partner becomes U+FFFD. */
    void quoted(String value) {
        int count = value.length();
        reserve(count + 2);
        byte[] to = bytes;
        int at = length;
        to[at++] = '"';
        for (int i = 0; i < count; i++) {
            char c = value.charAt(i);
            if (c >= 0x80 || !PLAIN[c]) {
                length = at;
                escaped(value, i);
                return;
            }
            to[at++] = (byte) c;
        }
        to[at++] = '"';
        length = at;
    }

    private void escaped(String value, int from) {
        for (int i = from; i < value.length(); i++) {
            char c = value.charAt(i);
            reserve(6);
            if (c < 0x80) {
                if (PLAIN[c]) {
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

    private void point(int point) {
        ascii = false;
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
