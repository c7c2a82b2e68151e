package dev.sluice.compat.skip;

import dev.sluice.schema.concurrent.Parallel;
import dev.sluice.schema.source.SchemaSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Who imports whom, as far as a scan of the texts tells. */
final class Dependents {
    private final Map<String, Set<String>> importers = new HashMap<>();
    private final Set<String> ofAnything = new HashSet<>();

    /** Adds the imports of some files of a source. */
    void add(SchemaSource source, List<String> paths) throws IOException {
        source.prefetch(paths);
        ImportScan.Imports[] scanned = new ImportScan.Imports[paths.size()];
        try {
            Parallel.forEach(scanned.length, i -> scanned[i] = scan(source, paths.get(i)));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        for (int i = 0; i < scanned.length; i++) {
            if (scanned[i].anything()) {
                ofAnything.add(paths.get(i));
            }
            for (String imported : scanned[i].paths()) {
                importers.computeIfAbsent(imported, path -> new HashSet<>()).add(paths.get(i));
            }
        }
    }

    private static ImportScan.Imports scan(SchemaSource source, String path) {
        try {
            Optional<byte[]> text = source.read(path);
            return text.isPresent() ? ImportScan.of(text.get()) : new ImportScan.Imports(List.of(), true);
        } catch (IOException e) {
            throw new UncheckedIOException(path + ": " + e.getMessage(), e);
        }
    }

    /** The files that import one of these, directly or through others. */
    Set<String> of(Collection<String> imported) {
        Set<String> found = new HashSet<>();
        Deque<String> open = new ArrayDeque<>(imported);
        open.addAll(ofAnything);
        found.addAll(ofAnything);
        while (!open.isEmpty()) {
            for (String importer : importers.getOrDefault(open.remove(), Set.of())) {
                if (found.add(importer)) {
                    open.add(importer);
                }
            }
        }
        return found;
    }
}
