package dev.sluice.schema;

import dev.sluice.schema.concurrent.Ahead;
import dev.sluice.schema.descriptor.SourceInfoForm;
import dev.sluice.schema.model.UnlinkedFile;
import dev.sluice.schema.parse.ParsedFile;
import java.io.IOException;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Files that have the same text in each of several sources, so that they are parsed only where they are read first. What
 * they mean may still differ, since they may import others. Of the files that differ, those of one source may have been
 * parsed already. Safe for several threads.
 */
public final class SharedFiles {
    private final @Nullable Set<String> others;
    private final Map<String, ParsedFile> parsed;
    private final Map<String, Ahead<Optional<UnlinkedFile>>> imports;
    private final Map<String, ParsedFile> ofSource;

    private SharedFiles(
            @Nullable Set<String> others,
            Map<String, ParsedFile> parsed,
            Map<String, Ahead<Optional<UnlinkedFile>>> imports,
            Map<String, ParsedFile> ofSource) {
        this.others = others;
        this.parsed = parsed;
        this.imports = imports;
        this.ofSource = ofSource;
    }

    /** No file. */
    public static SharedFiles none() {
        return new SharedFiles(null, Map.of(), new ConcurrentHashMap<>(), Map.of());
    }

    /** All files but those at these paths. */
    public static SharedFiles allBut(Collection<String> paths) {
        return new SharedFiles(Set.copyOf(paths), new ConcurrentHashMap<>(), new ConcurrentHashMap<>(), Map.of());
    }

    /**
     * The same files, for a source some of whose other files have been parsed, without a problem.
     *
     * @param ofSource these by path, with positions as they are shown ({@link SourceInfoForm#SCREEN}) or without
     */
    public SharedFiles with(Map<String, ParsedFile> ofSource) {
        return new SharedFiles(others, parsed, imports, Map.copyOf(ofSource));
    }

    @Nullable
    ParsedFile find(String path) {
        ParsedFile known = parsed.get(path);
        return known != null ? known : ofSource.get(path);
    }

    /**
     * Looks an import up, unless that has been begun for another source.
     *
     * @param lookup finds the import, or nothing
     */
    void begin(String path, Ahead.Reading<Optional<UnlinkedFile>> lookup) throws IOException {
        Ahead<Optional<UnlinkedFile>> mine = Ahead.later(lookup);
        if (imports.putIfAbsent(path, mine) == null) {
            mine.get();
        }
    }

    /**
     * An import, or nothing, once it has been looked up; its positions are those in the source that it was found in.
     *
     * @param lookup finds the import, or nothing
     */
    Optional<UnlinkedFile> find(String path, Ahead.Reading<Optional<UnlinkedFile>> lookup) throws IOException {
        Ahead<Optional<UnlinkedFile>> mine = Ahead.later(lookup);
        Ahead<Optional<UnlinkedFile>> begun = imports.putIfAbsent(path, mine);
        return begun == null ? mine.get() : begun.get();
    }

    /** Shares a file that has no problems. */
    void add(ParsedFile file) {
        String path = file.proto().name();
        if (others != null && !others.contains(path)) {
            parsed.put(path, file);
        }
    }
}
