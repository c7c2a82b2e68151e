package dev.sluice.schema.source.git;

import dev.sluice.schema.source.git.ObjectReader.Reply;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The regular files directly in a folder. Safe for several threads. */
final class TreeFolder {
    /** So many are found faster by looking through the entries than by entering these into a map. */
    private static final int FEW = 8;

    private final Reply.@Nullable Found tree;
    private int searches;
    private @Nullable Map<String, String> ids;

    /** @param tree the folder, or null where there is none, which has no files */
    TreeFolder(Reply.@Nullable Found tree) {
        this.tree = tree;
    }

    /**
     * The blob id of a file.
     *
     * @throws IOException if the tree is cut short
     */
    synchronized Optional<String> find(String name) throws IOException {
        if (tree == null) {
            return Optional.empty();
        }
        if (ids == null && searches++ < FEW) {
            TreeCursor cursor = new TreeCursor(tree);
            return cursor.seek(name.getBytes(StandardCharsets.UTF_8)) ? file(cursor.next()) : Optional.empty();
        }
        Map<String, String> known = ids;
        if (known == null) {
            known = new HashMap<>();
            for (TreeEntry entry : TreeEntry.all(tree)) {
                if (entry.isRegularFile()) {
                    known.put(entry.pathPart(), entry.id());
                }
            }
            ids = known;
        }
        return Optional.ofNullable(known.get(name));
    }

    private static Optional<String> file(TreeEntry entry) {
        return entry.isRegularFile() ? Optional.of(entry.id()) : Optional.empty();
    }
}
