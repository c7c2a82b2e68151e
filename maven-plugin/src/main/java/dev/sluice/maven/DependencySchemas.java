package dev.sluice.maven;

import dev.sluice.codegen.InputDigest;
import dev.sluice.schema.source.FolderSource;
import dev.sluice.schema.source.SchemaSource;
import dev.sluice.schema.source.WellKnownSource;
import dev.sluice.schema.source.archive.ArchiveSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The schemas in the jars that a project depends on, and in the folders of those that are modules of the same build. They
 * are resolved when an import is first looked up here, so that a project whose imports are all at hand pays nothing.
 * The schemas that come with Sluice are not looked up here.
 */
final class DependencySchemas implements SchemaSource {
    private final DependencyFiles dependencies;
    private final WellKnownSource wellKnown = new WellKnownSource();

    @Nullable
    private List<SchemaSource> resolved;

    DependencySchemas(DependencyFiles dependencies) {
        this.dependencies = dependencies;
    }

    /** Whether an import was looked up here. */
    synchronized boolean wereUsed() {
        return resolved != null;
    }

    /**
     * A digest that changes with any of the dependencies.
     *
     * @throws IOException if they cannot be resolved
     */
    String digest() throws IOException {
        InputDigest digest = new InputDigest();
        addTo(digest, dependencies.resolve());
        return digest.hex();
    }

    /** Adds jars by name, size and time, and folders by what is in them. */
    static void addTo(InputDigest digest, List<Path> files) throws IOException {
        for (Path file : files) {
            digest.add(file.toString());
            if (Files.isDirectory(file)) {
                FolderSource folder = new FolderSource(file);
                for (String path : folder.list()) {
                    digest.add(path).add(folder.read(path).orElse(new byte[0]));
                }
            } else {
                digest.add(Files.size(file) + " " + Files.getLastModifiedTime(file));
            }
        }
    }

    private synchronized List<SchemaSource> sources() throws IOException {
        List<SchemaSource> known = resolved;
        if (known == null) {
            known = open(dependencies.resolve());
            resolved = known;
        }
        return known;
    }

    /** The schemas in jars and folders. */
    static List<SchemaSource> open(List<Path> files) throws IOException {
        List<SchemaSource> sources = new ArrayList<>();
        for (Path file : files) {
            if (Files.isDirectory(file)) {
                sources.add(new FolderSource(file));
            } else if (ArchiveSource.isArchive(file)) {
                sources.add(ArchiveSource.open(file, ""));
            }
        }
        return sources;
    }

    @Override
    public List<String> list() {
        return List.of();
    }

    @Override
    public Optional<byte[]> read(String path) throws IOException {
        if (wellKnown.contains(path)) {
            return Optional.empty();
        }
        for (SchemaSource source : sources()) {
            Optional<byte[]> content = source.read(path);
            if (content.isPresent()) {
                return content;
            }
        }
        return Optional.empty();
    }

    @Override
    public String describe() {
        return "the project's dependencies";
    }
}
