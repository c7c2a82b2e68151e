package dev.sluice.codegen.source;

import dev.sluice.schema.descriptor.SourceInfo;
import dev.sluice.schema.model.Element;
import dev.sluice.schema.model.SchemaFile;
import dev.sluice.schema.problem.Problem;
import java.nio.IntBuffer;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Comments and positions of schema elements; those of the files asked for last are kept. Safe for use by several threads. */
public final class Sources {
    private static final int KEPT = 64;

    private final Map<SchemaFile, OfFile> byFile = new LinkedHashMap<>(KEPT, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<SchemaFile, OfFile> eldest) {
            return size() > KEPT;
        }
    };

    /** The locations of a file by path, made by the thread that asks first while others go on with other files. */
    private static final class OfFile {
        private @Nullable Map<IntBuffer, SourceInfo.Location> byPath;

        synchronized Map<IntBuffer, SourceInfo.Location> byPath(SchemaFile file) {
            if (byPath == null) {
                byPath = locations(file);
            }
            return byPath;
        }
    }

    /** The comment of an element: the one before it, else the one after it; lines without their common indent. */
    public Optional<String> comment(Element element) {
        SourceInfo.Location location = location(element.file(), element.path());
        if (location == null) {
            return Optional.empty();
        }
        String comment = location.leadingComments();
        if (comment == null) {
            comment = location.trailingComments();
        }
        if (comment == null || comment.isBlank()) {
            return Optional.empty();
        }
        return Optional.of(comment.stripIndent().strip());
    }

    /** A problem at an element. */
    public Problem problem(Element element, String message) {
        return problem(element.file(), element.path(), message);
    }

    /**
     * A problem at a part of a file.
     *
     * @param path the path to the part, as SourceCodeInfo.Location.path has it
     */
    public Problem problem(SchemaFile file, int[] path, String message) {
        SourceInfo.Location location = location(file, path);
        return location == null
                ? new Problem(file.filePath(), 0, 0, message)
                : new Problem(file.filePath(), location.span()[0] + 1, location.span()[1] + 1, message);
    }

    private SourceInfo.@Nullable Location location(SchemaFile file, int[] path) {
        OfFile ofFile;
        synchronized (byFile) {
            ofFile = byFile.computeIfAbsent(file, absent -> new OfFile());
        }
        return ofFile.byPath(file).get(IntBuffer.wrap(path));
    }

    private static Map<IntBuffer, SourceInfo.Location> locations(SchemaFile file) {
        Map<IntBuffer, SourceInfo.Location> locations = new HashMap<>();
        Optional<SourceInfo> info = file.sourceInfo();
        if (info.isPresent()) {
            for (SourceInfo.Location location : info.get().locations()) {
                locations.putIfAbsent(IntBuffer.wrap(location.path()), location);
            }
        }
        return locations;
    }
}
