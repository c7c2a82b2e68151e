package dev.sluice.compat.skip;

import dev.sluice.schema.concurrent.Parallel;
import dev.sluice.schema.source.SchemaSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * How the files of two sources differ.
 *
 * @param deleted paths that only the old source has
 * @param added paths that only the new source has
 * @param modified paths that both have, with other bytes
 * @param unchanged paths that both have, with the same bytes
 */
record ChangedFiles(List<String> deleted, List<String> added, List<String> modified, List<String> unchanged) {
    ChangedFiles {
        deleted = List.copyOf(deleted);
        added = List.copyOf(added);
        modified = List.copyOf(modified);
        unchanged = List.copyOf(unchanged);
    }

    /** Compares two sources: by the ids of contents where both know them, otherwise byte by byte. */
    static ChangedFiles between(SchemaSource olds, SchemaSource news) throws IOException {
        Set<String> newPaths = new HashSet<>(news.list());
        Set<String> oldPaths = new HashSet<>(olds.list());
        List<String> deleted = new ArrayList<>();
        List<String> common = new ArrayList<>();
        for (String path : olds.list()) {
            (newPaths.contains(path) ? common : deleted).add(path);
        }
        List<String> added = new ArrayList<>();
        for (String path : news.list()) {
            if (!oldPaths.contains(path)) {
                added.add(path);
            }
        }
        boolean[] same = compare(common, olds, news);
        List<String> modified = new ArrayList<>();
        List<String> unchanged = new ArrayList<>();
        for (int i = 0; i < same.length; i++) {
            (same[i] ? unchanged : modified).add(common.get(i));
        }
        return new ChangedFiles(deleted, added, modified, unchanged);
    }

    int count() {
        return deleted.size() + added.size() + modified.size();
    }

    private static boolean[] compare(List<String> paths, SchemaSource olds, SchemaSource news) throws IOException {
        Map<String, String> oldIds = olds.contentIds();
        Map<String, String> newIds = news.contentIds();
        boolean[] same = new boolean[paths.size()];
        try {
            Parallel.forEach(paths.size(), i -> {
                String id = oldIds.get(paths.get(i));
                same[i] = id != null && id.equals(newIds.get(paths.get(i))) || sameBytes(paths.get(i), olds, news);
            });
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        return same;
    }

    private static boolean sameBytes(String path, SchemaSource olds, SchemaSource news) {
        try {
            Optional<byte[]> old = olds.read(path);
            Optional<byte[]> now = news.read(path);
            return old.isPresent() && now.isPresent() && Arrays.equals(old.get(), now.get());
        } catch (IOException e) {
            throw new UncheckedIOException(path + ": " + e.getMessage(), e);
        }
    }
}
