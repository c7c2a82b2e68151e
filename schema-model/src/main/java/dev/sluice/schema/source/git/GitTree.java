package dev.sluice.schema.source.git;

import dev.sluice.schema.source.SchemaPath;
import dev.sluice.schema.source.SourceChanges;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A tree of a repository, listed when that is needed, and compared with another without being listed. */
final class GitTree {
    private final GitCommand git;
    private final String id;
    private @Nullable Map<String, String> schemas;

    GitTree(GitCommand git, String id) {
        this.git = git;
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
        GitCommand.Output changes = git.run(
                "diff-tree", "-r", "-z", "--raw", "--no-renames", "--no-ext-diff", "--full-index", older.id, id);
        if (!changes.succeeded()) {
            throw new IOException("git cannot compare " + older.id + " with " + id + ": " + changes.error());
        }
        List<String> deleted = new ArrayList<>();
        List<String> added = new ArrayList<>();
        List<String> modified = new ArrayList<>();
        List<String> parts = changes.nulTerminated();
        for (int i = 0; i + 1 < parts.size(); i += 2) {
            String path = parts.get(i + 1);
            if (SchemaPath.isListed(path)) {
                Change change = Change.parse(parts.get(i));
                if (change.before && change.after) {
                    modified.add(path);
                } else if (change.before) {
                    deleted.add(path);
                } else if (change.after) {
                    added.add(path);
                }
            }
        }
        return Optional.of(new SourceChanges(deleted, added, modified));
    }

    /** Whether there is a regular file before and after a change. */
    private record Change(boolean before, boolean after) {
        /** Takes {@code :MODE MODE ID ID STATUS} (git-diff-tree, "Raw output format"). */
        static Change parse(String entry) {
            String[] words = entry.substring(1).split(" ");
            return new Change(TreeListing.isRegular(words[0]), TreeListing.isRegular(words[1]));
        }
    }
}
