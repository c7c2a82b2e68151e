package dev.sluice.schema.wire;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Writes protobuf wire form into a growing buffer. Not safe for several threads. */
public final class WireWriter {
    private byte[] buffer = new byte[64];
    private int size;

    /** The bytes written so far. */
    public byte[] toByteArray() {
        return Arrays.copyOf(buffer, size);
    }

    /** How many bytes have been written. */
    public int size() {
        return size;
    }

    /** Writes a varint field. */
    public void varint(int fieldNumber, long value) {
        tag(fieldNumber, WireType.VARINT);
        rawVarint(value);
    }

    /** Writes a bool field. */
    public void bool(int fieldNumber, boolean value) {
        varint(fieldNumber, value ? 1 : 0);
    }

    /** Writes a four-byte field. */
    public void fixed32(int fieldNumber, int value) {
        tag(fieldNumber, WireType.FIXED32);
        rawFixed32(value);
    }

    /** Writes an eight-byte field. */
    public void fixed64(int fieldNumber, long value) {
        tag(fieldNumber, WireType.FIXED64);
        rawFixed64(value);
    }

    /** Writes a string field. */
    public void string(int fieldNumber, String value) {
        bytes(fieldNumber, value.getBytes(StandardCharsets.UTF_8));
    }

    /** Writes a bytes field, or a message field in wire form. */
    public void bytes(int fieldNumber, byte[] value) {
        tag(fieldNumber, WireType.LENGTH_DELIMITED);
        rawVarint(value.length);
        raw(value);
    }

    /** Writes a message field from what another writer holds. */
    public void message(int fieldNumber, WireWriter value) {
        tag(fieldNumber, WireType.LENGTH_DELIMITED);
        rawVarint(value.size);
        raw(value);
    }

    /** Writes a tag. */
    public void tag(int fieldNumber, int wireType) {
        rawVarint((long) fieldNumber << 3 | wireType);
    }

    /** Writes a varint without a tag. */
    public void rawVarint(long value) {
        ensure(10);
        long rest = value;
        while ((rest & ~0x7fL) != 0) {
            buffer[size++] = (byte) (rest | 0x80);
            rest >>>= 7;
        }
        buffer[size++] = (byte) rest;
    }

    /** Writes bytes as they are. */
    public void raw(byte[] value) {
        ensure(value.length);
        System.arraycopy(value, 0, buffer, size, value.length);
        size += value.length;
    }

    /** Writes four bytes, the lowest first, without a tag. */
    public void rawFixed32(int value) {
        ensure(4);
        for (int shift = 0; shift < 32; shift += 8) {
            buffer[size++] = (byte) (value >>> shift);
        }
    }

    /** Writes eight bytes, the lowest first, without a tag. */
    public void rawFixed64(long value) {
        rawFixed32((int) value);
        rawFixed32((int) (value >>> 32));
    }

    /** Appends some of the bytes, as they are. */
    public void raw(byte[] bytes, int start, int end) {
        ensure(end - start);
        System.arraycopy(bytes, start, buffer, size, end - start);
        size += end - start;
    }

    /** Appends what another writer holds, as it is. */
    public void raw(WireWriter value) {
        ensure(value.size);
        System.arraycopy(value.buffer, 0, buffer, size, value.size);
        size += value.size;
    }

    private void ensure(int more) {
        if (size + more > buffer.length) {
            buffer = Arrays.copyOf(buffer, Math.max(buffer.length * 2, size + more));
        }
    }
}
