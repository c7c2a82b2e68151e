package dev.sluice.schema.source.git;

import dev.sluice.schema.source.SchemaPath;
import dev.sluice.schema.source.SourceUnavailableException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The blob ids of files on disk that are as git's index has them, found without reading the files.
 *
 * <p>Git calls a file unchanged where it would store it as it is stored, which does not say that the bytes are equal: line
 * ends, {@code $Id$} and filters are converted between the two. So files with a {@code filter}, {@code ident} or
 * {@code working-tree-encoding} attribute are left out, and of the others only those as long as their blob are taken,
 * because a conversion of line ends that changes a file changes its length. Left out as well are files that git was told
 * not to look at (assume-unchanged, skip-worktree), conflicts, submodules and symbolic links.
 */
public final class WorkTreeIds {
    /** Schema files below the folder that have no attribute by which a program or an encoding converts them. */
    private static final String SCHEMAS = ":(attr:!filter !ident !working-tree-encoding)*.proto";

    private final GitCommand git;

    private WorkTreeIds(GitCommand git) {
        this.git = git;
    }

    /**
     * The blob ids of the unchanged {@code .proto} files below a folder, by path relative to the folder; empty where the
     * folder is in no work tree, or git is not installed.
     *
     * @throws IOException if the folder cannot be read
     */
    public static Map<String, String> of(Path folder) throws IOException {
        try {
            return new WorkTreeIds(new GitCommand(folder, "git")).unchanged();
        } catch (SourceUnavailableException e) {
            return Map.of();
        }
    }

    private Map<String, String> unchanged() throws IOException {
        // In this order: what is changed and added to the index in between has its new id, or is left out.
        GitCommand.Output changed = git.run(
                "diff-files",
                "--name-only",
                "-z",
                "--relative",
                "--ignore-submodules=all",
                "--no-ext-diff",
                "--",
                SCHEMAS);
        GitCommand.Output indexed = git.run("ls-files", "-s", "-v", "-z", "--", SCHEMAS);
        if (!changed.succeeded() || !indexed.succeeded()) {
            return Map.of();
        }
        Map<String, String> ids = new TreeMap<>();
        for (String entry : indexed.nulTerminated()) {
            addUnlessFlagged(entry, ids);
        }
        ids.keySet().removeAll(new HashSet<>(changed.nulTerminated()));
        return ofTheSameSize(ids);
    }

    /** Takes {@code H MODE ID 0<TAB>PATH}; another letter than H is a flag, another number than 0 a conflict (git-ls-files). */
    private static void addUnlessFlagged(String entry, Map<String, String> ids) {
        int tab = entry.indexOf('\t');
        String[] parts = entry.substring(0, Math.max(tab, 0)).split(" ");
        boolean plain = parts.length == 4 && parts[0].equals("H") && parts[1].startsWith("100") && parts[3].equals("0");
        String path = entry.substring(tab + 1);
        if (plain && SchemaPath.isListed(path)) {
            ids.put(path, parts[2]);
        }
    }

    private Map<String, String> ofTheSameSize(Map<String, String> ids) throws IOException {
        byte[] names = String.join("\n", ids.values()).getBytes(StandardCharsets.US_ASCII);
        List<String> sizes = git.run(names, "cat-file", "--batch-check=%(objectsize)")
                .text()
                .lines()
                .toList();
        Map<String, String> same = new TreeMap<>();
        if (sizes.size() == ids.size()) {
            Iterator<String> size = sizes.iterator();
            ids.forEach((path, id) -> {
                if (size.next().equals(sizeOnDisk(path))) {
                    same.put(path, id);
                }
            });
        }
        return same;
    }

    /** The length of a regular file in bytes, in digits; empty for anything else. */
    private String sizeOnDisk(String path) {
        try {
            BasicFileAttributes attributes = Files.readAttributes(
                    git.folder().resolve(path), BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            return attributes.isRegularFile() ? Long.toString(attributes.size()) : "";
        } catch (IOException | InvalidPathException e) {
            return "";
        }
    }
}
