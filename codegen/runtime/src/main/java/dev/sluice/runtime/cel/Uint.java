package dev.sluice.runtime.cel;

/**
 * An unsigned number as an object.
 *
 * @param bits the number modulo 2^64
 */
public record Uint(long bits) implements Comparable<Uint> {

    @Override
    public int compareTo(Uint other) {
        return Long.compareUnsigned(bits, other.bits);
    }

    @Override
    public String toString() {
        return Long.toUnsignedString(bits);
    }
}
