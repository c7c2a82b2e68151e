package dev.sluice.codegen.source;

import dev.sluice.schema.descriptor.SourceInfo;
import dev.sluice.schema.model.Element;
import dev.sluice.schema.model.SchemaFile;
import dev.sluice.schema.problem.Problem;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Comments and positions of schema elements; those of the files asked for last are kept. Not safe for several threads. */
public final class Sources {
    private static final int KEPT = 64;

    private final Map<SchemaFile, Map<String, SourceInfo.Location>> byFile = new LinkedHashMap<>(KEPT, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<SchemaFile, Map<String, SourceInfo.Location>> eldest) {
            return size() > KEPT;
        }
    };

    /** The comment of an element: the one before it, else the one after it; lines without their common indent. */
    public Optional<String> comment(Element element) {
        SourceInfo.Location location = location(element);
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
        SourceInfo.Location location = location(element);
        String path = element.file().filePath();
        return location == null
                ? new Problem(path, 0, 0, message)
                : new Problem(path, location.span()[0] + 1, location.span()[1] + 1, message);
    }

    private SourceInfo.@Nullable Location location(Element element) {
        return byFile.computeIfAbsent(element.file(), Sources::locations).get(Arrays.toString(element.path()));
    }

    private static Map<String, SourceInfo.Location> locations(SchemaFile file) {
        Map<String, SourceInfo.Location> locations = new HashMap<>();
        Optional<SourceInfo> info = file.sourceInfo();
        if (info.isPresent()) {
            for (SourceInfo.Location location : info.get().locations()) {
                locations.putIfAbsent(Arrays.toString(location.path()), location);
            }
        }
        return locations;
    }
}
