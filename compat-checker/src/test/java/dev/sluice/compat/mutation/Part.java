package dev.sluice.compat.mutation;

import java.util.Arrays;

/**
 * A part of a schema's text.
 *
 * @param path its source-info path; not copied
 * @param start its first byte
 * @param end the byte after its last
 */
@SuppressWarnings("ArrayRecordComponent")
public record Part(PartKind kind, int[] path, int start, int end) {

    /** Whether another part belongs to this one, however deep. */
    boolean owns(Part other) {
        return other.path.length > path.length && Arrays.equals(path, 0, path.length, other.path, 0, path.length);
    }

    boolean isTopLevel() {
        return path.length == 2;
    }
}
