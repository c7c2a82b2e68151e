package dev.sluice.schema.source.git;

import dev.sluice.schema.source.SourceChanges;
import java.io.IOException;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A tree of a repository, listed when that is needed, and compared with another without being listed. */
final class GitTree {
    private final GitCommand git;
    private final ObjectReader objects;
    private final String id;
    private final Map<String, String> changed = new HashMap<>();
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

    /** The blob id of a schema file, if the tree has it and has been listed, or compared with one in which it differs. */
    synchronized Optional<String> knownId(String path) {
        return Optional.ofNullable(schemas == null ? changed.get(path) : schemas.get(path));
    }

    private synchronized void know(Map<String, String> ids) {
        changed.putAll(ids);
    }

    /** What changed since an older tree; empty where that is in another repository. */
    Optional<SourceChanges> changesSince(GitTree older) throws IOException {
        if (!git.folder().equals(older.git.folder())) {
            return Optional.empty();
        }
        try {
            TreeDiff diff = TreeDiff.between(older.id, id, objects);
            older.know(diff.oldIds());
            know(diff.newIds());
            return Optional.of(diff.changes());
        } catch (IOException e) {
            throw PartialClone.explain(git, "a folder of " + older.id + " or " + id, e);
        }
    }
}
