package dev.sluice.schema.source;

import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A tree of schema files. */
public interface SchemaSource {

    /**
     * The paths of all {@code .proto} files, sorted, relative to the root, with {@code /} between folders.
     *
     * @throws IOException if the tree cannot be listed
     */
    List<String> list() throws IOException;

    /**
     * The bytes of a file, or empty where there is none at this path.
     *
     * @throws IOException if the file is there and cannot be read
     */
    Optional<byte[]> read(String path) throws IOException;

    /**
     * Whether there is a file at this path.
     *
     * @throws IOException if that cannot be found out
     */
    default boolean contains(String path) throws IOException {
        return read(path).isPresent();
    }

    /**
     * The ids of files whose content is known without reading them, by path; a file that is not in here may well exist.
     * Two files with the same id have the same bytes; files with the same bytes need not have the same id.
     *
     * @throws IOException if the ids cannot be found out
     */
    default Map<String, String> contentIds() throws IOException {
        return Map.of();
    }

    /**
     * Whether {@link #list} has this path, found out without listing where that can be.
     *
     * @throws IOException if that cannot be found out
     */
    default boolean lists(String path) throws IOException {
        return SchemaPath.isListed(path) && contains(path);
    }

    /**
     * What changed from an older source to this one, where that is known without reading the files of both.
     *
     * @throws IOException if that cannot be found out
     */
    default Optional<SourceChanges> changesSince(SchemaSource older) throws IOException {
        return Optional.empty();
    }

    /**
     * Says that these files are about to be read, which some sources can do faster together.
     *
     * @throws IOException if one of them is there and cannot be read
     */
    default void prefetch(Collection<String> paths) throws IOException {}

    /** What a person calls this source: the folder's path, for example. */
    String describe();
}
