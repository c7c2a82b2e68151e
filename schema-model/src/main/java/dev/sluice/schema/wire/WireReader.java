package dev.sluice.schema.wire;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Walks the fields of one message in protobuf wire form. Not safe for several threads. */
public final class WireReader {
    private static final int MAX_GROUP_DEPTH = 100;

    private final byte[] bytes;
    private final int end;
    private int position;
    private int tag;

    /** Reads all of {@code bytes}. */
    public WireReader(byte[] bytes) {
        this(bytes, 0, bytes.length);
    }

    /** Reads {@code bytes} from {@code start} to before {@code end}. */
    public WireReader(byte[] bytes, int start, int end) {
        this.bytes = bytes;
        this.position = start;
        this.end = end;
    }

    /**
     * Moves to the next field; the value of the current one must have been read or skipped.
     *
     * @return false at the end
     * @throws MalformedWireException if the tag is malformed
     */
    public boolean nextTag() {
        if (position >= end) {
            return false;
        }
        long raw = varint();
        tag = (int) raw;
        if (raw >>> 32 != 0 || tag >>> 3 == 0 || (tag & 7) > WireType.FIXED32) {
            throw new MalformedWireException("invalid field tag", position);
        }
        return true;
    }

    /** Whether bytes are left, for walking the values of a packed field. */
    public boolean hasMore() {
        return position < end;
    }

    /** A reader over the same bytes from where this one stands. */
    public WireReader copy() {
        return new WireReader(bytes, position, end);
    }

    /** The number of the current field. */
    public int fieldNumber() {
        return tag >>> 3;
    }

    /** The wire type of the current field, one of {@link WireType}. */
    public int wireType() {
        return tag & 7;
    }

    /** The position of the next unread byte. */
    public int position() {
        return position;
    }

    /** @throws MalformedWireException if the varint is truncated or longer than ten bytes */
    public long varint() {
        long result = 0;
        for (int shift = 0; shift < 70; shift += 7) {
            if (position >= end) {
                throw new MalformedWireException("truncated", position);
            }
            byte b = bytes[position++];
            result |= (long) (b & 0x7f) << shift;
            if (b >= 0) {
                return result;
            }
        }
        throw new MalformedWireException("varint longer than ten bytes", position);
    }

    /** @throws MalformedWireException if fewer than four bytes are left */
    public int fixed32() {
        int at = advance(4);
        return (bytes[at] & 0xff)
                | (bytes[at + 1] & 0xff) << 8
                | (bytes[at + 2] & 0xff) << 16
                | (bytes[at + 3] & 0xff) << 24;
    }

    /** @throws MalformedWireException if fewer than eight bytes are left */
    public long fixed64() {
        return (fixed32() & 0xffffffffL) | (long) fixed32() << 32;
    }

    /** A copy of a length-delimited value. */
    public byte[] bytes() {
        int length = length();
        int at = advance(length);
        return Arrays.copyOfRange(bytes, at, at + length);
    }

    /** A length-delimited value as a string; malformed UTF-8 is replaced. */
    public String string() {
        int length = length();
        return new String(bytes, advance(length), length, StandardCharsets.UTF_8);
    }

    /** A copy of all bytes from where this reader stands to its end. */
    public byte[] rest() {
        return Arrays.copyOfRange(bytes, position, end);
    }

    /** A reader over a length-delimited value, which this reader steps over. */
    public WireReader message() {
        int length = length();
        int at = advance(length);
        return new WireReader(bytes, at, at + length);
    }

    /** A reader over the fields of the group whose start tag is the current one; this reader steps over its end tag. */
    public WireReader group() {
        int start = position;
        int number = fieldNumber();
        int endTagStart = position;
        while (true) {
            endTagStart = position;
            if (!nextTag()) {
                throw new MalformedWireException("group without end", position);
            }
            if (wireType() == WireType.END_GROUP) {
                break;
            }
            skip();
        }
        if (fieldNumber() != number) {
            throw new MalformedWireException("group ended by another field's end tag", position);
        }
        return new WireReader(bytes, start, endTagStart);
    }

    /** Steps over the value of the current field. */
    public void skip() {
        skip(0);
    }

    private void skip(int depth) {
        switch (wireType()) {
            case WireType.VARINT -> varint();
            case WireType.FIXED64 -> advance(8);
            case WireType.LENGTH_DELIMITED -> advance(length());
            case WireType.FIXED32 -> advance(4);
            case WireType.START_GROUP -> skipGroup(depth);
            default -> throw new MalformedWireException("end of a group that was not begun", position);
        }
    }

    private void skipGroup(int depth) {
        if (depth >= MAX_GROUP_DEPTH) {
            throw new MalformedWireException("groups nested deeper than " + MAX_GROUP_DEPTH, position);
        }
        int number = fieldNumber();
        while (nextTag()) {
            if (wireType() == WireType.END_GROUP) {
                if (fieldNumber() != number) {
                    throw new MalformedWireException("group ended by another field's end tag", position);
                }
                return;
            }
            skip(depth + 1);
        }
        throw new MalformedWireException("group without end", position);
    }

    private int length() {
        long length = varint();
        if (length < 0 || length > end - position) {
            throw new MalformedWireException("truncated", position);
        }
        return (int) length;
    }

    private int advance(int count) {
        if (count > end - position) {
            throw new MalformedWireException("truncated", position);
        }
        int at = position;
        position += count;
        return at;
    }
}
