package dev.sluice.schema.source;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * How the files that two sources list differ.
 *
 * @param deleted paths that only the older source lists
 * @param added paths that only the newer source lists
 * @param modified paths that both list, with other bytes
 */
public record SourceChanges(List<String> deleted, List<String> added, List<String> modified) {
    public SourceChanges {
        deleted = List.copyOf(deleted);
        added = List.copyOf(added);
        modified = List.copyOf(modified);
    }

    /** The paths of the files that differ. */
    public Set<String> paths() {
        Set<String> paths = new HashSet<>(deleted);
        paths.addAll(added);
        paths.addAll(modified);
        return paths;
    }

    /** The number of files that differ. */
    public int count() {
        return deleted.size() + added.size() + modified.size();
    }
}
