package dev.sluice.schema.source;

import java.io.IOException;
import java.util.List;
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

    /** What a person calls this source: the folder's path, for example. */
    String describe();
}
