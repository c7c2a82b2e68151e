package dev.sluice.schema.descriptor;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where each part of a file stands in its source, with comments (descriptor.proto, SourceCodeInfo). */
public record SourceInfo(List<Location> locations) {
    private static final int[] NO_SPAN = {};

    /**
     * The span of the first location whose path is the first {@code length} numbers of {@code path}; empty where there
     * is none.
     */
    public int[] spanOf(int[] path, int length) {
        for (Location location : locations) {
            if (Arrays.equals(location.path, 0, location.path.length, path, 0, length)) {
                return location.span;
            }
        }
        return NO_SPAN;
    }

    /**
     * One location.
     *
     * @param path field numbers and indices from the FileDescriptorProto down to the part; not copied
     * @param span start line, start column, end line, end column, all from 0; columns in bytes with tabs to the next
     *     multiple of eight; always four numbers; not copied
     * @param leadingComments the comment directly before, or null
     * @param trailingComments the comment directly after, or null
     * @param detachedComments comments before, set apart by blank lines
     */
    @SuppressWarnings("ArrayRecordComponent")
    public record Location(
            int[] path,
            int[] span,
            @Nullable String leadingComments,
            @Nullable String trailingComments,
            List<String> detachedComments) {}
}
