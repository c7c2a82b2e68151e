package dev.sluice.runtime;

import java.util.Arrays;

/**
 * Fields that a reader's schema does not declare, extensions among them, in wire form and in the order in which they were
 * read. They grow in place until they are frozen, which building their message does.
 */
public final class UnknownFields {
    /** No fields. */
    public static final UnknownFields NONE = new UnknownFields(new byte[0], 0, true);

    private byte[] content;
    private int length;
    private boolean frozen;

    private UnknownFields(byte[] content, int length, boolean frozen) {
        this.content = content;
        this.length = length;
        this.frozen = frozen;
    }

    /** Takes over what a writer has written. */
    static UnknownFields of(byte[] encoded) {
        return encoded.length == 0 ? NONE : new UnknownFields(encoded, encoded.length, true);
    }

    /** Whether there is none. */
    public boolean isEmpty() {
        return length == 0;
    }

    /** The length of the wire form, in bytes. */
    public int size() {
        return length;
    }

    /** A copy of the wire form: tags and values. */
    public byte[] toByteArray() {
        return Arrays.copyOf(content, length);
    }

    /** The wire form itself in the first {@link #size()} bytes, not to be changed. */
    byte[] content() {
        return content;
    }

    /** A reader of the fields. */
    WireReader reader() {
        return new WireReader(content, 0, length);
    }

    /** Fields with those of {@code from} appended: these, unless they are frozen. */
    UnknownFields plus(byte[] from, int start, int end) {
        int needed = Math.addExact(length, end - start);
        UnknownFields fields = frozen ? new UnknownFields(content, length, false) : this;
        if (frozen || needed > content.length) {
            fields.content = Arrays.copyOf(content, Math.max(needed, length + (length >> 1) + 16));
        }
        System.arraycopy(from, start, fields.content, length, end - start);
        fields.length = needed;
        return fields;
    }

    /** Fields with a varint field appended: what a closed enum does with a number it does not declare. */
    public UnknownFields plusVarint(int number, long value) {
        WireWriter out = new WireWriter(20);
        byte[] field = out.toByteArray(out.int64(out.end(), number << 3, value));
        return plus(field, 0, field.length);
    }

    /** For generated code: whether they may still grow in place. */
    public boolean isOpen() {
        return !frozen;
    }

    /** The same fields, growing in place: these, unless they are frozen. */
    UnknownFields open() {
        return frozen ? new UnknownFields(Arrays.copyOf(content, length), length, false) : this;
    }

    /** Makes the fields unchangeable. */
    public void freeze() {
        if (!frozen) {
            frozen = true;
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof UnknownFields fields
                && Arrays.equals(content, 0, length, fields.content, 0, fields.length);
    }

    @Override
    public int hashCode() {
        int hash = 1;
        for (int i = 0; i < length; i++) {
            hash = 31 * hash + content[i];
        }
        return hash;
    }

    @Override
    public String toString() {
        return "UnknownFields[" + length + " bytes]";
    }
}
