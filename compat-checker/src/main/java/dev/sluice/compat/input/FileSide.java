package dev.sluice.compat.input;

import dev.sluice.schema.source.archive.ArchiveSource;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** Opens an archive or a descriptor set. */
final class FileSide {
    /** The largest descriptor set that is read, in bytes: fifteen times that of googleapis. */
    private static final int LARGEST = 512 << 20;

    private FileSide() {}

    /** @param folder the folder in the archive; empty for its root */
    static CheckSide open(Path file, String folder, String description) throws IOException {
        if (ArchiveSource.isArchive(file)) {
            return new CheckSide.Tree(description, ArchiveSource.open(file, folder), "");
        }
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(LARGEST + 1);
            if (bytes.length > LARGEST) {
                throw new IOException(file + " has more than " + (LARGEST >> 20) + " MiB, which no descriptor set has");
            }
            return new CheckSide.DescriptorSet(description, bytes);
        }
    }
}
