package dev.sluice.schema.source.git;

import dev.sluice.schema.source.SchemaPath;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.TreeMap;

/** The regular files of a tree. Symbolic links and submodules are none, whatever they point to. */
final class TreeListing {
    private TreeListing() {}

    /** The blob ids of the schema files in a tree, by path; hidden folders are left out, as in a folder on disk. */
    static TreeMap<String, String> schemasOf(GitCommand git, String treeId) throws IOException {
        GitCommand.Output listing = git.run("ls-tree", "-r", "-z", "--full-tree", treeId);
        if (!listing.succeeded()) {
            throw new IOException("git cannot list the tree " + treeId + ": " + listing.error());
        }
        TreeMap<String, String> schemas = new TreeMap<>();
        byte[] out = listing.out();
        int start = 0;
        for (int end = 0; end < out.length; end++) {
            if (out[end] == 0) {
                add(new String(out, start, end - start, StandardCharsets.UTF_8), schemas);
                start = end + 1;
            }
        }
        return schemas;
    }

    /** Takes {@code MODE blob ID<TAB>PATH} (git-ls-tree, "Output format"). */
    private static void add(String entry, TreeMap<String, String> schemas) {
        int tab = entry.indexOf('\t');
        String path = entry.substring(tab + 1);
        if (isRegular(entry) && SchemaPath.isListed(path)) {
            schemas.put(path, entry.substring(entry.lastIndexOf(' ', tab) + 1, tab));
        }
    }

    /** Whether an entry begins with the mode of a regular file. */
    static boolean isRegular(String entry) {
        return entry.startsWith("100");
    }
}
