package dev.sluice.compat.input;

import dev.sluice.compat.config.ConfigurationReader;
import dev.sluice.schema.source.git.GitSource;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** A configuration of a folder that is a symbolic link: only schemas are read through links, so it would be passed over. */
public final class LinkedConfiguration {
    private LinkedConfiguration() {}

    /** The link that stands where the configuration of a side on disk would be read from; empty where there is none. */
    public static Optional<Path> of(CheckSide side) {
        if (!(side instanceof CheckSide.Tree tree) || tree.folder().isEmpty() || tree.source() instanceof GitSource) {
            return Optional.empty();
        }
        for (String name : ConfigurationReader.NAMES) {
            Path file = Path.of(tree.folder()).resolve(name);
            if (Files.isSymbolicLink(file)) {
                return Optional.of(file);
            }
            if (Files.isRegularFile(file)) {
                return Optional.empty();
            }
        }
        return Optional.empty();
    }
}
