package dev.sluice.schema.source.git;

import dev.sluice.schema.source.SourceChanges;
import java.io.IOException;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A tree of a repository, listed when that is needed, and compared with another without being listed. */
final class GitTree {
    private final GitCommand git;
    private final ObjectReader objects;
    private final String id;
    private @Nullable Map<String, String> schemas;

    GitTree(GitCommand git, ObjectReader objects, String id) {
        this.git = git;
        this.objects = objects;
        this.id = id;
    }

    /** The blob ids of the schema files in it, by path. */
    synchronized Map<String, String> schemas() throws IOException {
        Map<String, String> known = schemas;
        if (known == null) {
            known = Collections.unmodifiableMap(TreeListing.schemasOf(git, id));
            schemas = known;
        }
        return known;
    }

    /** Whether it has been listed. */
    synchronized boolean isListed() {
        return schemas != null;
    }

    /** The blob id of a schema file, if the tree has been listed and has it. */
    synchronized Optional<String> knownId(String path) {
        return schemas == null ? Optional.empty() : Optional.ofNullable(schemas.get(path));
    }

    /** What changed since an older tree; empty where that is in another repository. */
    Optional<SourceChanges> changesSince(GitTree older) throws IOException {
        if (!git.folder().equals(older.git.folder())) {
            return Optional.empty();
        }
        try {
            return Optional.of(TreeDiff.between(older.id, id, objects));
        } catch (IOException e) {
            throw PartialClone.explain(git, "a folder of " + older.id + " or " + id, e);
        }
    }
}
