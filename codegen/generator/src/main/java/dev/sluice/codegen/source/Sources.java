package dev.sluice.codegen.source;

import dev.sluice.schema.descriptor.SourceInfo;
import dev.sluice.schema.model.Element;
import dev.sluice.schema.model.SchemaFile;
import dev.sluice.schema.problem.Problem;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Comments and positions of schema elements; each file's are worked out once. Not safe for several threads. */
public final class Sources {
    private final Map<SchemaFile, Map<String, SourceInfo.Location>> byFile = new HashMap<>();

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
