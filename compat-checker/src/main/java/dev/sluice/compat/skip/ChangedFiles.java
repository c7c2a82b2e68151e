package dev.sluice.compat.skip;

import dev.sluice.schema.concurrent.Parallel;
import dev.sluice.schema.source.SchemaSource;
import dev.sluice.schema.source.SourceChanges;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Finds how two sources differ: as the newer one knows, by the ids of contents, or else byte by byte. */
final class ChangedFiles {
    private ChangedFiles() {}

    static SourceChanges between(SchemaSource olds, SchemaSource news) throws IOException {
        Optional<SourceChanges> known = news.changesSince(olds);
        return known.isPresent() ? known.get() : compare(olds, news);
    }

    private static SourceChanges compare(SchemaSource olds, SchemaSource news) throws IOException {
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
        boolean[] same = sameContent(common, olds, news);
        List<String> modified = new ArrayList<>();
        for (int i = 0; i < same.length; i++) {
            if (!same[i]) {
                modified.add(common.get(i));
            }
        }
        return new SourceChanges(deleted, added, modified);
    }

    private static boolean[] sameContent(List<String> paths, SchemaSource olds, SchemaSource news) throws IOException {
        Map<String, String> oldIds = olds.contentIds();
        Map<String, String> newIds = oldIds.isEmpty() ? Map.of() : news.contentIds();
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
