package dev.sluice.schema.source.git;

import dev.sluice.schema.source.git.ObjectReader.Reply;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** A place between the entries of a tree object: {@code MODE NAME<NUL>ID}, the id in binary. */
final class TreeCursor {
    private static final byte[] NOTHING = {};

    private final String treeId;
    private final byte[] bytes;
    private final int idBytes;
    private int at;

    /** Where the entry after this place ends, and its name begins and ends; found out when it is needed. */
    private int end;

    private int nameStart;
    private int nameEnd;

    /** At the first entry of a tree; at the end of none. */
    TreeCursor(Reply.@Nullable Found tree) {
        this.treeId = tree == null ? "" : tree.id();
        this.bytes = tree == null ? NOTHING : tree.bytes();
        this.idBytes = treeId.length() / 2;
    }

    boolean atEnd() {
        return at == bytes.length;
    }

    /**
     * Passes by the next entries of both trees if they are the same; returns whether they are.
     *
     * @throws IOException if this tree is cut short
     */
    boolean skipsSame(TreeCursor other) throws IOException {
        if (atEnd() || other.atEnd()) {
            return false;
        }
        find();
        int otherEnd = other.at + end - at;
        if (otherEnd > other.bytes.length || !Arrays.equals(bytes, at, end, other.bytes, other.at, otherEnd)) {
            return false;
        }
        at = end;
        other.at = otherEnd;
        return true;
    }

    /**
     * The order of the names of the next entries, by bytes; that of no entry is last.
     *
     * @throws IOException if one of the trees is cut short
     */
    int compareName(TreeCursor other) throws IOException {
        if (atEnd() || other.atEnd()) {
            return Boolean.compare(atEnd(), other.atEnd());
        }
        find();
        other.find();
        return Arrays.compareUnsigned(bytes, nameStart, nameEnd, other.bytes, other.nameStart, other.nameEnd);
    }

    /**
     * Takes the next entry.
     *
     * @throws IOException if the tree is cut short
     */
    TreeEntry next() throws IOException {
        find();
        TreeEntry entry = new TreeEntry(
                new String(bytes, at, nameStart - 1 - at, StandardCharsets.ISO_8859_1),
                new String(bytes, nameStart, nameEnd - nameStart, StandardCharsets.ISO_8859_1),
                HexFormat.of().formatHex(bytes, nameEnd + 1, end));
        at = end;
        return entry;
    }

    /**
     * Passes by the entries before the one with this name; returns whether there is one.
     *
     * @param name the bytes of the name
     * @throws IOException if the tree is cut short
     */
    boolean seek(byte[] name) throws IOException {
        while (!atEnd()) {
            find();
            if (nameEnd - nameStart == name.length && Arrays.equals(bytes, nameStart, nameEnd, name, 0, name.length)) {
                return true;
            }
            at = end;
        }
        return false;
    }

    private void find() throws IOException {
        nameStart = indexOf(' ', at) + 1;
        nameEnd = indexOf('\0', nameStart);
        end = nameEnd + 1 + idBytes;
        if (end > bytes.length) {
            throw new IOException("the tree " + treeId + " is cut short");
        }
    }

    private int indexOf(char c, int from) {
        int found = from;
        while (found < bytes.length && bytes[found] != c) {
            found++;
        }
        return found;
    }
}
