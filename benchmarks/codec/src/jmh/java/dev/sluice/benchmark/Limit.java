package dev.sluice.benchmark;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** What the hand-written codecs share: reading forwards from an array, writing backwards into one. */
final class Limit {
    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

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
        at += 8;
        return Double.longBitsToDouble((long) LONG.get(bytes, at - 8));
    }

    /** A branch for each length, as the runtime of the bindings has it. */
    void writeVarint(long value) {
        if (value >>> 7 == 0) {
            bytes[--at] = (byte) value;
        } else if (value >>> 14 == 0) {
            bytes[--at] = (byte) (value >>> 7);
            bytes[--at] = (byte) (value | 0x80);
        } else if (value >>> 21 == 0) {
            bytes[--at] = (byte) (value >>> 14);
            bytes[--at] = (byte) (value >>> 7 | 0x80);
            bytes[--at] = (byte) (value | 0x80);
        } else {
            writeLong(value);
        }
    }

    private void writeLong(long value) {
        at -= (70 - Long.numberOfLeadingZeros(value)) / 7;
        int to = at;
        long rest = value;
        while (rest >>> 7 != 0) {
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
        at -= 8;
        LONG.set(bytes, at, Double.doubleToRawLongBits(value));
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
