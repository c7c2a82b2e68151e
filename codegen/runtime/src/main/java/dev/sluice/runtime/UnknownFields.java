package dev.sluice.runtime;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Fields that a reader's schema does not declare, in wire form and in the order in which they were read. Immutable. */
public final class UnknownFields {
    /** No fields. */
    public static final UnknownFields NONE = new UnknownFields(new byte[0]);

    private final byte[] encoded;

    private UnknownFields(byte[] encoded) {
        this.encoded = encoded;
    }

    /** Whether there is none. */
    public boolean isEmpty() {
        return encoded.length == 0;
    }

    /** The length of the wire form, in bytes. */
    public int size() {
        return encoded.length;
    }

    /** A copy of the wire form: tags and values. */
    public byte[] toByteArray() {
        return encoded.clone();
    }

    byte[] encoded() {
        return encoded;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof UnknownFields fields && Arrays.equals(encoded, fields.encoded);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(encoded);
    }

    @Override
    public String toString() {
        return "UnknownFields[" + encoded.length + " bytes]";
    }

    /** Collects unknown fields while a message is read. Not safe for several threads. */
    public static final class Collector {
        private byte[] buffer;
        private int length;

        /** Starts with fields collected before. */
        public Collector(UnknownFields before) {
            buffer = before.encoded;
            length = buffer.length;
        }

        /** Appends fields. */
        public Collector add(UnknownFields fields) {
            return add(fields.encoded, 0, fields.encoded.length);
        }

        Collector add(byte[] from, int start, int end) {
            int needed = length + (end - start);
            if (needed > buffer.length || length == buffer.length) {
                buffer = Arrays.copyOf(buffer, Math.max(needed, buffer.length + (buffer.length >> 1) + 16));
            }
            System.arraycopy(from, start, buffer, length, end - start);
            length = needed;
            return this;
        }

        /** Adds a varint field: what a closed enum does with a number it does not declare. */
        public static Collector addVarint(@Nullable Collector collector, int number, long value) {
            byte[] field = new byte[20];
            int end = 0;
            for (long rest : new long[] {(long) number << 3, value}) {
                long left = rest;
                while ((left & ~0x7fL) != 0) {
                    field[end++] = (byte) (left | 0x80);
                    left >>>= 7;
                }
                field[end++] = (byte) left;
            }
            return (collector == null ? new Collector(NONE) : collector).add(field, 0, end);
        }

        /** What has been collected. */
        public UnknownFields fields() {
            return length == 0 ? NONE : new UnknownFields(Arrays.copyOf(buffer, length));
        }
    }
}
