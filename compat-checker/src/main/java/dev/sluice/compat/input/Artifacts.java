package dev.sluice.compat.input;

import dev.sluice.schema.source.SourceUnavailableException;
import java.io.IOException;
import java.nio.file.Path;

/** Finds released artifacts. */
public interface Artifacts {

    /**
     * An artifact that was found.
     *
     * @param coordinates group, artifact, version and so on
     * @param file its file, whose name ends in the type
     */
    record Found(String coordinates, Path file) {}

    /**
     * Finds an artifact.
     *
     * @throws SourceUnavailableException if it is not to be had
     * @throws IOException if it cannot be written where it is to be read from
     */
    Found find(ArtifactAddress address) throws IOException;
}
