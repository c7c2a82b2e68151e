package dev.sluice.schema.source.archive;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The kinds of archive that schemas are read from, told by the name of the file. */
enum ArchiveFormat {
    ZIP(".zip"),
    /** A zip archive whose META-INF is about the archive. */
    JAR(".jar"),
    TAR(".tar"),
    GZIPPED_TAR(".tar.gz", ".tgz");

    private final List<String> suffixes;

    ArchiveFormat(String... suffixes) {
        this.suffixes = List.of(suffixes);
    }

    static Optional<ArchiveFormat> of(Path file) {
        String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        for (ArchiveFormat format : values()) {
            if (format.suffixes.stream().anyMatch(name::endsWith)) {
                return Optional.of(format);
            }
        }
        return Optional.empty();
    }
}
