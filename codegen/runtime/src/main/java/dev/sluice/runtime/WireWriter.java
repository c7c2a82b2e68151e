package dev.sluice.runtime;

import java.io.IOException;
import java.io.OutputStream;

/**
 * Writes protobuf wire form from the last byte to the first, so that lengths are known when they are written and no pass
 * over the message is needed to compute them. A field's value is written before its tag. Not safe for several threads.
 */
public final class WireWriter {
    /** A writer with more room than this is not kept for the next message of a thread. */
    private static final int KEPT = 1 << 16;

    private static final ThreadLocal<WireWriter> IDLE = ThreadLocal.withInitial(() -> new WireWriter(1024));

    private byte[] buffer;
    private int start;

    /** Starts empty. */
    public WireWriter() {
        this(256);
    }

    /** Starts empty, with room for this many bytes. */
    public WireWriter(int room) {
        buffer = new byte[Math.max(16, room)];
        start = buffer.length;
    }

    /** A message in wire form, written by the writer that the thread keeps for this. */
    static byte[] write(Message message) {
        WireWriter out = IDLE.get();
        out.start = out.buffer.length;
        message.writeTo(out);
        byte[] written = out.toByteArray();
        if (out.buffer.length > KEPT) {
            IDLE.remove();
        }
        return written;
    }

    /** Number of bytes written. */
    public int size() {
        return buffer.length - start;
    }

    /** A copy of what has been written. */
    public byte[] toByteArray() {
        byte[] written = new byte[size()];
        System.arraycopy(buffer, start, written, 0, written.length);
        return written;
    }

    private void reserve(int bytes) {
        if (start < bytes) {
            grow(bytes);
        }
    }

    private void grow(int bytes) {
        int used = size();
        long wanted = Math.max((long) used + bytes, 2L * buffer.length);
        if ((long) used + bytes > Integer.MAX_VALUE - 8) {
            throw new IllegalStateException("a message cannot exceed 2 GiB in wire form");
        }
        byte[] larger = new byte[(int) Math.min(wanted, Integer.MAX_VALUE - 8)];
        System.arraycopy(buffer, start, larger, larger.length - used, used);
        start = larger.length - used;
        buffer = larger;
    }

    /** Writes a varint of up to 32 bits, unsigned. */
    public void varint32(int value) {
        reserve(5);
        if ((value & ~0x7f) == 0) {
            buffer[--start] = (byte) value;
            return;
        }
        int length = (38 - Integer.numberOfLeadingZeros(value)) / 7;
        int at = start -= length;
        int rest = value;
        while ((rest & ~0x7f) != 0) {
            buffer[at++] = (byte) (rest | 0x80);
            rest >>>= 7;
        }
        buffer[at] = (byte) rest;
    }

    /** Writes a varint of up to 64 bits, unsigned. */
    public void varint64(long value) {
        if (value >>> 31 == 0) {
            varint32((int) value);
            return;
        }
        reserve(10);
        int length = (70 - Long.numberOfLeadingZeros(value)) / 7;
        int at = start -= length;
        long rest = value;
        while ((rest & ~0x7fL) != 0) {
            buffer[at++] = (byte) (rest | 0x80);
            rest >>>= 7;
        }
        buffer[at] = (byte) rest;
    }

    /** Writes a field's tag: number and wire type. */
    public void tag(int tag) {
        varint32(tag);
    }

    /** Writes the length of what was written since {@link #size()} was {@code before}, and the tag before it. */
    public void lengthAndTag(int before, int tag) {
        varint32(size() - before);
        varint32(tag);
    }

    /** Writes a message field: content, length and tag. */
    public void message(Message message, int tag) {
        int before = size();
        message.writeTo(this);
        lengthAndTag(before, tag);
    }

    /** Writes a group field: end tag, content and start tag. */
    public void group(Message message, int startTag) {
        varint32(startTag + 1);
        message.writeTo(this);
        varint32(startTag);
    }

    /** Writes an int32 value. */
    public void int32(int value) {
        if (value >= 0) {
            varint32(value);
        } else {
            varint64(value);
        }
    }

    /** Writes an enum number. */
    public void enumNumber(int value) {
        int32(value);
    }

    /** Writes an int64 value. */
    public void int64(long value) {
        varint64(value);
    }

    /** Writes a uint32 value. */
    public void uint32(int value) {
        varint32(value);
    }

    /** Writes a uint64 value. */
    public void uint64(long value) {
        varint64(value);
    }

    /** Writes a sint32 value. */
    public void sint32(int value) {
        varint32(value << 1 ^ value >> 31);
    }

    /** Writes a sint64 value. */
    public void sint64(long value) {
        varint64(value << 1 ^ value >> 63);
    }

    /** Writes a fixed32 value. */
    public void fixed32(int value) {
        reserve(4);
        int at = start -= 4;
        buffer[at] = (byte) value;
        buffer[at + 1] = (byte) (value >> 8);
        buffer[at + 2] = (byte) (value >> 16);
        buffer[at + 3] = (byte) (value >> 24);
    }

    /** Writes a fixed64 value. */
    public void fixed64(long value) {
        fixed32((int) (value >>> 32));
        fixed32((int) value);
    }

    /** Writes an sfixed32 value. */
    public void sfixed32(int value) {
        fixed32(value);
    }

    /** Writes an sfixed64 value. */
    public void sfixed64(long value) {
        fixed64(value);
    }

    /** Writes a float value; of NaN the bits are kept. */
    public void float32(float value) {
        fixed32(Float.floatToRawIntBits(value));
    }

    /** Writes a double value; of NaN the bits are kept. */
    public void float64(double value) {
        fixed64(Double.doubleToRawLongBits(value));
    }

    /** Writes a bool value. */
    public void bool(boolean value) {
        reserve(1);
        buffer[--start] = (byte) (value ? 1 : 0);
    }

    /** Writes a bytes value with its length. */
    public void bytes(Bytes value) {
        raw(value.content(), value.size());
        varint32(value.size());
    }

    /** Writes unknown fields as they were read. */
    public void unknownFields(UnknownFields fields) {
        raw(fields.content(), fields.size());
    }

    private void raw(byte[] content, int length) {
        reserve(length);
        start -= length;
        System.arraycopy(content, 0, buffer, start, length);
    }

    /** Writes a string value that need not be UTF-8: see {@link LooseText}. */
    public void looseString(String value) {
        if (LooseText.isLoose(value)) {
            byte[] encoded = LooseText.encode(value);
            raw(encoded, encoded.length);
            varint32(encoded.length);
        } else {
            string(value);
        }
    }

    /**
     * Writes what has been written to a stream.
     *
     * @throws IOException if the stream cannot be written
     */
    public void copyTo(OutputStream out) throws IOException {
        out.write(buffer, start, size());
    }

    /**
     * Writes a string value in UTF-8 with its length.
     *
     * @throws IllegalArgumentException if the string has a surrogate without its partner
     */
    @SuppressWarnings("deprecation")
    public void string(String value) {
        int length = value.length();
        reserve(length + 5);
        value.getBytes(0, length, buffer, start - length);
        int units = 0;
        for (int i = 0; i < length; i++) {
            units |= value.charAt(i);
        }
        if (units >= 0x80) {
            int before = size();
            beyondAscii(value, length);
            varint32(size() - before);
            return;
        }
        start -= length;
        varint32(length);
    }

    private void beyondAscii(String value, int end) {
        int from = end;
        while (from > 0) {
            char last = value.charAt(--from);
            reserve(4);
            if (last < 0x80) {
                buffer[--start] = (byte) last;
            } else if (last < 0x800) {
                buffer[--start] = (byte) (0x80 | last & 0x3f);
                buffer[--start] = (byte) (0xc0 | last >> 6);
            } else if (!Character.isSurrogate(last)) {
                buffer[--start] = (byte) (0x80 | last & 0x3f);
                buffer[--start] = (byte) (0x80 | last >> 6 & 0x3f);
                buffer[--start] = (byte) (0xe0 | last >> 12);
            } else {
                if (from == 0 || !Character.isSurrogatePair(value.charAt(from - 1), last)) {
                    throw new IllegalArgumentException(
                            "a string has a surrogate without its partner at char " + from + " and has no UTF-8 form");
                }
                int point = Character.toCodePoint(value.charAt(--from), last);
                buffer[--start] = (byte) (0x80 | point & 0x3f);
                buffer[--start] = (byte) (0x80 | point >> 6 & 0x3f);
                buffer[--start] = (byte) (0x80 | point >> 12 & 0x3f);
                buffer[--start] = (byte) (0xf0 | point >> 18);
            }
        }
    }
}
