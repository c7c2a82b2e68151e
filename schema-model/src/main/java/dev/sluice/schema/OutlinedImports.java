package dev.sluice.schema;

import dev.sluice.schema.concurrent.Ahead;
import dev.sluice.schema.model.UnlinkedFile;
import dev.sluice.schema.option.OutlinedDescriptor;
import dev.sluice.schema.source.WellKnownSource;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The imports of files that are looked at in full, as little of each as these need: its {@link Outline}, or all of it and
 * of what it imports where option values are written with its messages.
 */
final class OutlinedImports {
    private final ImportLookup lookup;
    private final SharedFiles shared;
    private final Map<String, UnlinkedFile> found = new LinkedHashMap<>();

    /** @param shared keeps what was looked up, for the source that is read at the same time and has the same imports */
    OutlinedImports(ImportLookup lookup, SharedFiles shared) {
        this.lookup = lookup;
        this.shared = shared;
    }

    /**
     * These files and what they import, as far as it can be found.
     *
     * @throws IOException if this thread is interrupted
     */
    List<UnlinkedFile> complete(List<UnlinkedFile> requested) throws IOException {
        List<String> open = new ArrayList<>();
        for (UnlinkedFile file : requested) {
            found.put(file.proto().name(), file);
            addImports(file, open);
        }
        List<String> whole = new ArrayList<>();
        while (!open.isEmpty()) {
            open = outlines(open, whole);
        }
        while (!whole.isEmpty()) {
            whole = wholes(whole);
        }
        return new ArrayList<>(found.values());
    }

    private static void addImports(UnlinkedFile file, List<String> to) {
        to.addAll(file.proto().dependencies());
        to.addAll(file.proto().optionDependencies());
    }

    /** Takes the outlines of files; returns what these import. */
    private List<String> outlines(List<String> paths, List<String> whole) throws IOException {
        begin(paths);
        List<String> next = new ArrayList<>();
        for (String path : paths) {
            UnlinkedFile file = found.containsKey(path) ? null : find(path);
            if (file == null) {
                continue;
            }
            if (Outline.isNeededWhole(file.proto())) {
                whole.add(path);
            } else {
                UnlinkedFile outlined = file.trusted(Outline.of(file.proto()));
                found.put(path, outlined);
                addImports(outlined, next);
            }
        }
        return next;
    }

    /** Takes whole files; returns what these import. */
    private List<String> wholes(List<String> paths) throws IOException {
        begin(paths);
        List<String> next = new ArrayList<>();
        for (String path : paths) {
            UnlinkedFile known = found.get(path);
            UnlinkedFile file = known != null && !known.trusted() ? null : find(path);
            if (file != null && (known == null || known.proto() != file.proto())) {
                UnlinkedFile whole = file.trusted(file.proto());
                found.put(path, whole);
                addImports(whole, next);
            }
        }
        return next;
    }

    /** Looks up those of the files that the other source has not begun with. */
    private void begin(List<String> paths) throws IOException {
        for (String path : paths) {
            if (!found.containsKey(path)) {
                shared.begin(path, new LookUp(path, lookup));
            }
        }
    }

    private @Nullable UnlinkedFile find(String path) throws IOException {
        return shared.find(path, new LookUp(path, lookup)).orElse(null);
    }

    private record LookUp(String path, ImportLookup lookup) implements Ahead.Reading<Optional<UnlinkedFile>> {
        @Override
        public Optional<UnlinkedFile> read() {
            return path.equals(WellKnownSource.DESCRIPTOR) && lookup.isBuiltIn(path)
                    ? Optional.of(OutlinedDescriptor.file())
                    : Optional.ofNullable(lookup.find(path));
        }
    }
}
