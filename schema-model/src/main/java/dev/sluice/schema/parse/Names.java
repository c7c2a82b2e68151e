package dev.sluice.schema.parse;

import java.nio.charset.StandardCharsets;

/**
 * Makes strings of names in source text, the same instance for the same name. One pool may serve many files, one after
 * the other; not safe for use by several threads at once.
 */
public final class Names {
    private static final int INITIAL_SLOTS = 512;

    private String[] slots = new String[INITIAL_SLOTS];
    private int[] hashes = new int[INITIAL_SLOTS];
    private int size;

    /** The ASCII name between two byte offsets. */
    String of(byte[] source, int start, int end) {
        int hash = end - start;
        for (int i = start; i < end; i++) {
            hash = hash * 31 + source[i];
        }
        int mask = slots.length - 1;
        int slot = spread(hash) & mask;
        while (slots[slot] != null) {
            if (hashes[slot] == hash && equal(slots[slot], source, start, end)) {
                return slots[slot];
            }
            slot = (slot + 1) & mask;
        }
        String name = new String(source, start, end - start, StandardCharsets.ISO_8859_1);
        slots[slot] = name;
        hashes[slot] = hash;
        size++;
        if (size * 2 > slots.length) {
            grow();
        }
        return name;
    }

    private static boolean equal(String name, byte[] source, int start, int end) {
        if (name.length() != end - start) {
            return false;
        }
        for (int i = start, at = 0; i < end; i++, at++) {
            if (name.charAt(at) != (source[i] & 0xff)) {
                return false;
            }
        }
        return true;
    }

    private void grow() {
        String[] oldSlots = slots;
        int[] oldHashes = hashes;
        slots = new String[oldSlots.length * 2];
        hashes = new int[slots.length];
        int mask = slots.length - 1;
        for (int i = 0; i < oldSlots.length; i++) {
            if (oldSlots[i] != null) {
                int slot = spread(oldHashes[i]) & mask;
                while (slots[slot] != null) {
                    slot = (slot + 1) & mask;
                }
                slots[slot] = oldSlots[i];
                hashes[slot] = oldHashes[i];
            }
        }
    }

    private static int spread(int hash) {
        return hash ^ (hash >>> 15);
    }
}
