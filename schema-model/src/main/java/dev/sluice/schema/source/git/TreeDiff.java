package dev.sluice.schema.source.git;

import dev.sluice.schema.source.SchemaPath;
import dev.sluice.schema.source.SourceChanges;
import dev.sluice.schema.source.git.ObjectReader.Reply;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * How the schema files of two trees differ. Subtrees that both have are not read, others all at once for each level of
 * depth, which for a small change is several times as fast as starting {@code git diff-tree}.
 */
final class TreeDiff {
    /** So many entries are no repository of schemas, but trees that name each other again and again. */
    private static final int MOST_ENTRIES = 1_000_000;

    private final ObjectReader objects;
    private final List<String> deleted = new ArrayList<>();
    private final List<String> added = new ArrayList<>();
    private final List<String> modified = new ArrayList<>();
    private final Map<String, String> oldIds = new HashMap<>();
    private final Map<String, String> newIds = new HashMap<>();
    private int entries;

    private record Replies(List<Reply> inOrder) implements ObjectReader.ReplyConsumer {
        @Override
        public void accept(int index, Reply reply) {
            inOrder.add(reply);
        }
    }

    private TreeDiff(ObjectReader objects) {
        this.objects = objects;
    }

    /** Two subtrees at one path, one of which may be missing. */
    private record Pair(
            String prefix,
            @Nullable String before,
            @Nullable String after) {}

    /**
     * Compares two trees.
     *
     * @throws IOException if a tree is missing, larger than an object may be, or git does not answer
     */
    static TreeDiff between(String before, String after, ObjectReader objects) throws IOException {
        TreeDiff diff = new TreeDiff(objects);
        List<Pair> level = before.equals(after) ? List.of() : List.of(new Pair("", before, after));
        while (!level.isEmpty()) {
            level = diff.compare(level);
        }
        return diff;
    }

    /** The schema files that differ. */
    SourceChanges changes() {
        return new SourceChanges(sorted(deleted), sorted(added), sorted(modified));
    }

    /** The blob ids of the files that differ and were in the older tree, by path. */
    Map<String, String> oldIds() {
        return oldIds;
    }

    /** The blob ids of the files that differ and are in the newer tree, by path. */
    Map<String, String> newIds() {
        return newIds;
    }

    private static List<String> sorted(List<String> paths) {
        paths.sort(null);
        return paths;
    }

    /** Compares the entries of subtrees; returns the subtrees of these that differ. */
    private List<Pair> compare(List<Pair> level) throws IOException {
        List<String> ids = new ArrayList<>();
        for (Pair pair : level) {
            if (pair.before != null) {
                ids.add(pair.before);
            }
            if (pair.after != null) {
                ids.add(pair.after);
            }
        }
        Replies trees = new Replies(new ArrayList<>(ids.size()));
        objects.askAll(ids, trees);
        List<Pair> below = new ArrayList<>();
        int next = 0;
        for (Pair pair : level) {
            Reply.Found before = pair.before == null
                    ? null
                    : tree(pair.before, trees.inOrder().get(next++));
            Reply.Found after =
                    pair.after == null ? null : tree(pair.after, trees.inOrder().get(next++));
            compare(pair.prefix, before, after, below);
        }
        return below;
    }

    private static Reply.Found tree(String id, Reply reply) throws IOException {
        Optional<Reply.Found> tree = reply.as("tree");
        if (tree.isEmpty()) {
            throw new IOException("git does not find the folder " + id
                    + "; the repository is damaged, about which 'git fsck' says more");
        }
        return tree.get();
    }

    private void compare(String prefix, Reply.@Nullable Found before, Reply.@Nullable Found after, List<Pair> below)
            throws IOException {
        Map<String, TreeEntry> olds = new TreeMap<>();
        Map<String, TreeEntry> news = new TreeMap<>();
        TreeCursor old = new TreeCursor(before);
        TreeCursor now = new TreeCursor(after);
        while (!old.atEnd() || !now.atEnd()) {
            if (old.skipsSame(now)) {
                continue;
            }
            int order = old.compareName(now);
            if (order <= 0) {
                put(old.next(), olds);
            }
            if (order >= 0) {
                put(now.next(), news);
            }
        }
        for (TreeEntry entry : olds.values()) {
            compareAt(prefix + entry.pathPart(), entry, news.get(entry.name()), below);
        }
        for (TreeEntry entry : news.values()) {
            if (!olds.containsKey(entry.name())) {
                compareAt(prefix + entry.pathPart(), null, entry, below);
            }
        }
    }

    private void put(TreeEntry entry, Map<String, TreeEntry> byName) throws IOException {
        byName.put(entry.name(), entry);
        entries++;
        if (entries > MOST_ENTRIES) {
            throw new IOException("more than " + MOST_ENTRIES + " files and folders differ");
        }
    }

    private void compareAt(String path, @Nullable TreeEntry old, @Nullable TreeEntry now, List<Pair> below) {
        if (old != null && old.equals(now)) {
            return;
        }
        String oldTree = old != null && old.isTree() ? old.id() : null;
        String newTree = now != null && now.isTree() ? now.id() : null;
        if (oldTree != null || newTree != null) {
            below.add(new Pair(path + "/", oldTree, newTree));
        }
        boolean wasFile = old != null && old.isRegularFile();
        boolean isFile = now != null && now.isRegularFile();
        if ((wasFile || isFile) && SchemaPath.isListed(path)) {
            (!wasFile ? added : isFile ? modified : deleted).add(path);
            if (old != null && wasFile) {
                oldIds.put(path, old.id());
            }
            if (now != null && isFile) {
                newIds.put(path, now.id());
            }
        }
    }
}
