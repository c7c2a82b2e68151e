package dev.sluice.runtime;

/**
 * What a reader of wire form puts up with.
 *
 * @param size the longest message, in bytes
 * @param depth how deep messages and groups may nest within the outermost, at most 1,000: a thread's stack has no room for
 *     many times as many
 */
public record WireLimits(int size, int depth) {
    /** As much as fits an array, nested {@value WireReader#MAX_DEPTH} deep. */
    public static final WireLimits DEFAULT = new WireLimits(Integer.MAX_VALUE - 8, WireReader.MAX_DEPTH);

    public WireLimits {
        if (size < 0 || depth < 0 || depth > 1_000) {
            throw new IllegalArgumentException("a size below 0, or a depth not from 0 to 1000");
        }
    }
}
