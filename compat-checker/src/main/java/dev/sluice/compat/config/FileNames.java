package dev.sluice.compat.config;

import dev.sluice.schema.source.SchemaSource;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * The names that Buf 1.75.0 knows a configuration file by: what it is called now, and what it was called once. Where both
 * are there, the first counts.
 */
record FileNames(String name, String before) {
    /** A module's file. */
    static final FileNames MODULE = new FileNames(ConfigurationReader.BUF_YAML, "buf.mod");

    /** A workspace's file. */
    static final FileNames WORK = new FileNames("buf.work.yaml", "buf.work");

    /**
     * A file that is there.
     *
     * @param path where it is, from the root of the tree
     */
    @SuppressWarnings("ArrayRecordComponent")
    record Found(String path, byte[] bytes) {}

    /**
     * The file in a folder of a tree.
     *
     * @param folder the folder with a slash at its end; empty for the root
     * @throws IOException if it is there and cannot be read
     */
    Optional<Found> find(SchemaSource tree, String folder) throws IOException {
        for (String each : List.of(name, before)) {
            Optional<byte[]> bytes = tree.read(folder + each);
            if (bytes.isPresent()) {
                return Optional.of(new Found(folder + each, bytes.get()));
            }
        }
        return Optional.empty();
    }

    /** Whether a file of this name, without its folder, is one. */
    boolean has(String file) {
        return file.equals(name) || file.equals(before);
    }
}
