package dev.sluice.schema.source;

import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * How far symbolic links below a folder are followed: to schemas in the repository of git that the folder is in, for a link
 * in a pull request may lead anywhere; where there is no repository, to schemas anywhere.
 */
final class LinkReach {
    private static final String SUFFIX = ".proto";

    private final @Nullable Path repository;

    private LinkReach(@Nullable Path repository) {
        this.repository = repository;
    }

    /** @param root the real path of the folder */
    static LinkReach of(Path root) {
        for (Path folder = root; folder != null; folder = folder.getParent()) {
            if (Files.exists(folder.resolve(".git"))) {
                return new LinkReach(folder);
            }
        }
        return new LinkReach(null);
    }

    static boolean isSchema(Path path) {
        return path.toString().endsWith(SUFFIX);
    }

    /** Whether a folder behind a link, by its real path, is listed. */
    boolean includes(Path real) {
        return repository == null || real.startsWith(repository);
    }

    /** Whether a file behind a link, by its real path, is read: what is no schema has nothing to do here. */
    boolean includesFile(Path real) {
        return isSchema(real) && includes(real);
    }
}
