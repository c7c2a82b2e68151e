package dev.sluice.schema;

import dev.sluice.schema.model.UnlinkedFile;
import dev.sluice.schema.problem.Problems;
import dev.sluice.schema.source.SchemaSource;
import dev.sluice.schema.source.WellKnownSource;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds the files that others import and the source at hand does not bring. */
final class ImportLookup {
    private final Optional<SchemaSource> rest;
    private final List<SchemaSource> sources;
    private final Problems problems;
    private final SourceParser ofRest;
    private final SourceParser ofSources;

    /**
     * @param rest the source that was asked for, where only some of its files have been read
     * @param sources where to look after that, in order
     * @param shared files of the source that was asked for
     */
    ImportLookup(Optional<SchemaSource> rest, List<SchemaSource> sources, Problems problems, SharedFiles shared) {
        this.rest = rest;
        this.sources = sources;
        this.problems = problems;
        this.ofRest = new SourceParser(problems, shared);
        this.ofSources = new SourceParser(problems, SharedFiles.none());
    }

    /** The files and everything they import, as far as it can be found; the linker reports what is missing. */
    List<UnlinkedFile> complete(List<UnlinkedFile> files) {
        List<UnlinkedFile> all = new ArrayList<>(files);
        Set<String> known = new HashSet<>(files.size() * 2);
        for (UnlinkedFile file : files) {
            known.add(file.proto().name());
        }
        for (int i = 0; i < all.size(); i++) {
            addImports(all.get(i).proto().dependencies(), known, all);
            addImports(all.get(i).proto().optionDependencies(), known, all);
        }
        return all;
    }

    private void addImports(List<String> imports, Set<String> known, List<UnlinkedFile> all) {
        for (String imported : imports) {
            if (known.add(imported)) {
                UnlinkedFile file = find(imported);
                if (file != null) {
                    all.add(file);
                }
            }
        }
    }

    /** The file at a path, or null where there is none that can be read. */
    @Nullable
    UnlinkedFile find(String path) {
        if (isRequested(path)) {
            return ofRest.parse(rest.orElseThrow(), path, true);
        }
        SchemaSource source = sourceOf(path);
        return source == null ? null : ofSources.parse(source, path, false);
    }

    /** Whether what is found at a path comes with Sluice. */
    boolean isBuiltIn(String path) {
        return !isRequested(path) && sourceOf(path) instanceof WellKnownSource;
    }

    private boolean isRequested(String imported) {
        if (rest.isEmpty()) {
            return false;
        }
        try {
            return rest.get().lists(imported);
        } catch (IOException e) {
            problems.add(imported, "cannot be looked up in " + rest.get().describe() + ": " + e.getMessage());
            return false;
        }
    }

    private @Nullable SchemaSource sourceOf(String imported) {
        for (SchemaSource source : sources) {
            try {
                if (source.contains(imported)) {
                    return source;
                }
            } catch (IOException e) {
                problems.add(imported, "cannot be looked up in " + source.describe() + ": " + e.getMessage());
            }
        }
        return null;
    }
}
