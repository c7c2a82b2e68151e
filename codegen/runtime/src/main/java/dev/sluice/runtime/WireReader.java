package dev.sluice.runtime;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Reads protobuf wire form from an array. Messages nest at most {@value #MAX_DEPTH} deep. Every fault is a {@link
 * MalformedMessageException}. Not safe for several threads.
 */
public final class WireReader {
    /** How deep messages and groups may nest within the outermost message. */
    public static final int MAX_DEPTH = 100;

    private static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private final byte[] bytes;
    private int position;
    private int limit;
    private int group;
    private int tagStart;
    private int depth;
    private boolean merged;
    private final int start;
    private final int maxDepth;

    /** Reads all of {@code bytes}, which must not change meanwhile. */
    public WireReader(byte[] bytes) {
        this(bytes, 0, bytes.length);
    }

    WireReader(byte[] bytes, int from, int to) {
        this.bytes = bytes;
        this.start = from;
        this.position = from;
        this.limit = to;
        this.maxDepth = MAX_DEPTH;
    }

    /**
     * Reads a part of {@code bytes}, which must not change meanwhile.
     *
     * @throws MalformedMessageException if that is longer than the limits allow
     */
    public WireReader(byte[] bytes, int from, int to, WireLimits limits) {
        this.bytes = bytes;
        this.start = from;
        this.position = from;
        this.limit = to;
        this.maxDepth = limits.depth();
        if (to - from > limits.size()) {
            throw malformed("a message of more than " + limits.size() + " bytes");
        }
    }

    /** Fails at the present position. */
    public MalformedMessageException malformed(String reason) {
        return malformed(reason, position);
    }

    private MalformedMessageException malformed(String reason, int offset) {
        String path = WirePath.to(bytes, start, position, depth);
        return MalformedMessageException.inBytes(reason, offset - start, path);
    }

    private MalformedMessageException truncated() {
        return malformed("truncated message", limit);
    }

    /** The next field's tag, or 0 at the end of the message or group. */
    public int tag() {
        tagStart = position;
        if (position >= limit) {
            if (group != 0) {
                throw truncated();
            }
            return 0;
        }
        int tag = (int) varint64();
        int number = tag >>> 3;
        if (number == 0) {
            throw malformed("invalid field number 0", tagStart);
        }
        int wireType = tag & 7;
        if (wireType == 4) {
            if (number != group) {
                throw malformed("end of a group that did not start", tagStart);
            }
            return 0;
        }
        if (wireType > 5) {
            throw malformed("invalid wire type " + wireType, tagStart);
        }
        return tag;
    }

    /** Whether the next tag is this one, which has one byte; it is read then. */
    public boolean next(int tag) {
        int at = position;
        if (at < limit && bytes[at] == tag) {
            tagStart = at;
            position = at + 1;
            return true;
        }
        return false;
    }

    /** Whether the next tag is this one, which has two bytes; it is read then. */
    public boolean nextWide(int tag) {
        int at = position;
        if (at + 1 < limit && bytes[at] == (byte) (tag | 0x80) && bytes[at + 1] == tag >>> 7) {
            tagStart = at;
            position = at + 2;
            return true;
        }
        return false;
    }

    /** Steps over the field whose tag was just read and keeps it. */
    public UnknownFields unknown(int tag, UnknownFields before) {
        int from = tagStart;
        skip(tag);
        return before.plus(bytes, from, position);
    }

    /** For generated code: the unknown fields of a message that another is merged into: growing in place, as it does from now on. */
    public UnknownFields open(UnknownFields fields) {
        merged = true;
        return fields.open();
    }

    /** For generated code: whether messages that this reader read may still grow in place: see {@link Message#merging}. */
    public boolean hasMerged() {
        return merged;
    }

    /** Where the field whose tag was just read starts, for {@link #fieldSince}. */
    public int fieldStart() {
        return tagStart;
    }

    /** Keeps the field that starts there and has been read to its end. */
    public UnknownFields fieldSince(int start, UnknownFields before) {
        return before.plus(bytes, start, position);
    }

    /** The type of the MessageSet item whose start tag was just read; nothing more is read. */
    int nextItem() {
        int at = position;
        int type = MessageSetItem.read(this).type();
        position = at;
        return type;
    }

    /** Steps over the field whose tag was just read. */
    public void skip(int tag) {
        switch (tag & 7) {
            case 0 -> varint64();
            case 1 -> advance(8);
            case 2 -> advance(length());
            case 3 -> {
                long outer = enterGroup(tag >>> 3);
                int inner;
                while ((inner = tag()) != 0) {
                    skip(inner);
                }
                leave(outer);
            }
            default -> advance(4);
        }
    }

    private void advance(int count) {
        if (count > limit - position) {
            throw truncated();
        }
        position += count;
    }

    private int length() {
        int at = position;
        int length = (int) varint64();
        if (length < 0) {
            throw malformed("negative length", at);
        }
        return length;
    }

    private void deeper() {
        if (depth >= maxDepth) {
            throw malformed("messages nest more than " + maxDepth + " deep");
        }
        depth++;
    }

    /** Reads the length of a message and enters it; the result is for {@link #leave}. */
    public long enterMessage() {
        deeper();
        return enterPacked();
    }

    /** Reads the length of packed values and enters them; the result is for {@link #leavePacked}. */
    public long enterPacked() {
        int length = length();
        if (length > limit - position) {
            throw truncated();
        }
        long outer = (long) limit << 32 | group;
        limit = position + length;
        group = 0;
        return outer;
    }

    /** Enters the group whose start tag was just read; the result is for {@link #leave}. */
    public long enterGroup(int number) {
        deeper();
        long outer = (long) limit << 32 | group;
        group = number;
        return outer;
    }

    /** Leaves a message or group that was read to its end. */
    public void leave(long outer) {
        depth--;
        leavePacked(outer);
    }

    /** Leaves packed values that were read to their end. */
    public void leavePacked(long outer) {
        limit = (int) (outer >>> 32);
        group = (int) outer;
    }

    /** Whether packed values remain. */
    public boolean hasMore() {
        return position < limit;
    }

    /** Reads a varint. */
    public long varint64() {
        if (position < limit) {
            byte first = bytes[position];
            if (first >= 0) {
                position++;
                return first;
            }
        }
        int at = position;
        long value = 0;
        for (int shift = 0; shift < 70; shift += 7) {
            if (at >= limit) {
                throw truncated();
            }
            byte next = bytes[at++];
            value |= (long) (next & 0x7f) << shift;
            if (next >= 0) {
                position = at;
                return value;
            }
        }
        throw malformed("varint of more than 10 bytes");
    }

    /** Reads an int32 value. */
    public int int32() {
        return (int) varint64();
    }

    /** Reads an enum number. */
    public int enumNumber() {
        return (int) varint64();
    }

    /** Reads an int64 value. */
    public long int64() {
        return varint64();
    }

    /** Reads a uint32 value. */
    public int uint32() {
        return (int) varint64();
    }

    /** Reads a uint64 value. */
    public long uint64() {
        return varint64();
    }

    /** Reads a sint32 value. */
    public int sint32() {
        int raw = (int) varint64();
        return raw >>> 1 ^ -(raw & 1);
    }

    /** Reads a sint64 value. */
    public long sint64() {
        long raw = varint64();
        return raw >>> 1 ^ -(raw & 1);
    }

    /** Reads a fixed32 value. */
    public int fixed32() {
        int at = position;
        advance(4);
        return (int) INT.get(bytes, at);
    }

    /** Reads a fixed64 value. */
    public long fixed64() {
        int at = position;
        advance(8);
        return (long) LONG.get(bytes, at);
    }

    /** Reads an sfixed32 value. */
    public int sfixed32() {
        return fixed32();
    }

    /** Reads an sfixed64 value. */
    public long sfixed64() {
        return fixed64();
    }

    /** Reads a float value. */
    public float float32() {
        return Float.intBitsToFloat(fixed32());
    }

    /** Reads a double value. */
    public double float64() {
        return Double.longBitsToDouble(fixed64());
    }

    /** Reads a bool value. */
    public boolean bool() {
        return varint64() != 0;
    }

    /** Reads a bytes value. */
    public Bytes bytes() {
        int length = length();
        int from = position;
        advance(length);
        return length == 0 ? Bytes.EMPTY : new Bytes(Arrays.copyOfRange(bytes, from, position));
    }

    /** Reads a string value; malformed UTF-8 is refused. */
    public String string() {
        int at = position;
        if (at < limit) {
            int length = bytes[at];
            if (length > 0 && length < limit - at) {
                position = at + 1 + length;
                return text(at + 1, length);
            }
        }
        int length = length();
        int from = position;
        advance(length);
        return length == 0 ? "" : text(from, length);
    }

    private String text(int from, int length) {
        String text = new String(bytes, from, length, StandardCharsets.UTF_8);
        if (text.indexOf('\uFFFD') >= 0 && !isUtf8(text, from, length)) {
            throw malformed("string is not UTF-8", from);
        }
        return text;
    }

    /** Reads a string value that need not be UTF-8: see {@link LooseText}. */
    public String looseString() {
        int length = length();
        int from = position;
        advance(length);
        String text = new String(bytes, from, length, StandardCharsets.UTF_8);
        return text.indexOf('\uFFFD') >= 0 && !isUtf8(text, from, length)
                ? LooseText.decode(bytes, from, position)
                : text;
    }

    /** Whether the replacement characters of {@code text} were there before it was decoded. */
    private boolean isUtf8(String text, int from, int length) {
        byte[] again = text.getBytes(StandardCharsets.UTF_8);
        return Arrays.equals(again, 0, again.length, bytes, from, from + length);
    }
}
