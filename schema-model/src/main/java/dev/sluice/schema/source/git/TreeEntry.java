package dev.sluice.schema.source.git;

import dev.sluice.schema.source.git.ObjectReader.Reply;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An entry of a tree object: {@code MODE NAME<NUL>ID}, the id in binary. */
final class TreeEntry {
    private final String mode;
    private final String name;
    private final String id;

    private TreeEntry(String mode, String name, String id) {
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
        byte[] bytes = tree.bytes();
        int idBytes = tree.id().length() / 2;
        List<TreeEntry> entries = new ArrayList<>();
        int at = 0;
        while (at < bytes.length) {
            int blank = indexOf(' ', bytes, at);
            int nul = indexOf('\0', bytes, blank);
            int end = nul + 1 + idBytes;
            if (end > bytes.length) {
                throw new IOException("the tree " + tree.id() + " is cut short");
            }
            entries.add(new TreeEntry(
                    new String(bytes, at, blank - at, StandardCharsets.ISO_8859_1),
                    new String(bytes, blank + 1, nul - blank - 1, StandardCharsets.ISO_8859_1),
                    HexFormat.of().formatHex(bytes, nul + 1, end)));
            at = end;
        }
        return entries;
    }

    private static int indexOf(char c, byte[] bytes, int from) {
        int at = from;
        while (at < bytes.length && bytes[at] != c) {
            at++;
        }
        return at;
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
