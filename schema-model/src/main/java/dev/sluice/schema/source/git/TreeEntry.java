package dev.sluice.schema.source.git;

import dev.sluice.schema.source.git.ObjectReader.Reply;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An entry of a tree object: {@code MODE NAME<NUL>ID}, the id in binary. */
final class TreeEntry {
    private final String mode;
    private final String name;
    private final String id;

    TreeEntry(String mode, String name, String id) {
        this.mode = mode;
        this.name = name;
        this.id = id;
    }

    /**
     * The entries of a tree.
     *
     * @throws IOException if the tree is cut short
     */
    static List<TreeEntry> all(Reply.Found tree) throws IOException {
        List<TreeEntry> entries = new ArrayList<>();
        TreeCursor cursor = new TreeCursor(tree);
        while (!cursor.atEnd()) {
            entries.add(cursor.next());
        }
        return entries;
    }

    /** The bytes of the name, one a character, so that names differ where their bytes do. */
    String name() {
        return name;
    }

    /** The name in UTF-8. */
    String pathPart() {
        return new String(name.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
    }

    /** The full id of the object. */
    String id() {
        return id;
    }

    boolean isTree() {
        return mode.equals("40000");
    }

    /** Whether it is a file with content of its own, which symbolic links and submodules are not. */
    boolean isRegularFile() {
        return TreeListing.isRegular(mode);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof TreeEntry entry
                && mode.equals(entry.mode)
                && name.equals(entry.name)
                && id.equals(entry.id);
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }
}
