package dev.sluice.benchmark;

import java.nio.charset.StandardCharsets;

/** What the hand-written codecs share: reading forwards from an array, writing backwards into one. */
final class Limit {
    final byte[] bytes;
    int at;

    Limit(byte[] bytes, int at) {
        this.bytes = bytes;
        this.at = at;
    }

    long varint() {
        byte first = bytes[at++];
        if (first >= 0) {
            return first;
        }
        long value = first & 0x7f;
        int shift = 7;
        while (true) {
            byte next = bytes[at++];
            value |= (long) (next & 0x7f) << shift;
            if (next >= 0) {
                return value;
            }
            shift += 7;
        }
    }

    String string() {
        int length = (int) varint();
        String text = new String(bytes, at, length, StandardCharsets.UTF_8);
        if (text.indexOf('\uFFFD') >= 0) {
            throw new IllegalArgumentException("not UTF-8");
        }
        at += length;
        return text;
    }

    double float64() {
        long bits = 0;
        for (int i = 7; i >= 0; i--) {
            bits = bits << 8 | bytes[at + i] & 0xff;
        }
        at += 8;
        return Double.longBitsToDouble(bits);
    }

    void writeVarint(long value) {
        if ((value & ~0x7fL) == 0) {
            bytes[--at] = (byte) value;
            return;
        }
        int length = (70 - Long.numberOfLeadingZeros(value)) / 7;
        at -= length;
        int to = at;
        long rest = value;
        while ((rest & ~0x7fL) != 0) {
            bytes[to++] = (byte) (rest | 0x80);
            rest >>>= 7;
        }
        bytes[to] = (byte) rest;
    }

    void writeField(long value, int tag) {
        if (value != 0) {
            writeVarint(value);
            bytes[--at] = (byte) tag;
        }
    }

    void writeDouble(double value, int tag) {
        long bits = Double.doubleToRawLongBits(value);
        at -= 8;
        for (int i = 0; i < 8; i++) {
            bytes[at + i] = (byte) (bits >>> 8 * i);
        }
        writeVarint(tag);
    }

    @SuppressWarnings("deprecation")
    void writeString(String value, int tag) {
        int length = value.length();
        at -= length;
        value.getBytes(0, length, bytes, at);
        for (int i = 0; i < length; i++) {
            if (bytes[at + i] < 0) {
                throw new IllegalArgumentException("the limit is measured with ASCII");
            }
        }
        writeVarint(length);
        bytes[--at] = (byte) tag;
    }
}
