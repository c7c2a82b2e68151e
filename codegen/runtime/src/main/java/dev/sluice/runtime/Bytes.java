package dev.sluice.runtime;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** An immutable sequence of bytes: the value of a {@code bytes} field. */
public final class Bytes {
    /** No bytes. */
    public static final Bytes EMPTY = new Bytes(new byte[0]);

    private final byte[] content;

    /** Takes {@code content} over: it must not be changed any more. */
    Bytes(byte[] content) {
        this.content = content;
    }

    /** A copy of these bytes. */
    public static Bytes copyOf(byte[] bytes) {
        return bytes.length == 0 ? EMPTY : new Bytes(bytes.clone());
    }

    /** The UTF-8 form of a text; a lone surrogate becomes a question mark. */
    public static Bytes utf8(String text) {
        return new Bytes(text.getBytes(StandardCharsets.UTF_8));
    }

    /** A byte for each char, whose upper half is lost: how generated code has constants. */
    public static Bytes latin1(String chars) {
        return new Bytes(chars.getBytes(StandardCharsets.ISO_8859_1));
    }

    /** The number of bytes. */
    public int size() {
        return content.length;
    }

    /** Whether there is no byte. */
    public boolean isEmpty() {
        return content.length == 0;
    }

    /**
     * One byte.
     *
     * @throws IndexOutOfBoundsException if {@code index} is not from 0 to below {@link #size()}
     */
    public byte byteAt(int index) {
        return content[index];
    }

    /** A copy as an array. */
    public byte[] toByteArray() {
        return content.clone();
    }

    /** The text that these bytes are in UTF-8; malformed parts become U+FFFD. */
    public String toUtf8() {
        return new String(content, StandardCharsets.UTF_8);
    }

    /** The content itself, not to be changed and not to be given away. */
    byte[] content() {
        return content;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Bytes bytes && Arrays.equals(content, bytes.content);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(content);
    }

    /** The number of bytes and the first sixteen of them in hexadecimal. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder("Bytes[").append(content.length).append(':');
        for (int i = 0; i < Math.min(16, content.length); i++) {
            text.append(' ').append(Character.forDigit(content[i] >> 4 & 15, 16));
            text.append(Character.forDigit(content[i] & 15, 16));
        }
        return text.append(content.length > 16 ? " ...]" : "]").toString();
    }
}
