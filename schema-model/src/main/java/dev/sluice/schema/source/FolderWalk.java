package dev.sluice.schema.source;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Lists the schemas below a folder. A symbolic link is taken for what it leads to, if that is a {@code .proto} file or a
 * folder that is not being listed already, and within reach; it is passed over otherwise.
 */
final class FolderWalk extends SimpleFileVisitor<Path> {
    /** So many folders behind links are no schemas, but links that lead to each other or to the root of a disk. */
    private static final int MOST_LINKED_FOLDERS = 10_000;

    private final Path start;

    /** Where the path below {@code start} begins in that of a file. */
    private final int from;

    private final String prefix;
    private final LinkReach reach;
    private final Set<Path> open;
    private final List<String> paths;
    private final int[] linkedFolders;

    /**
     * @param prefix the path of {@code start} in the folder that is listed, with a slash at its end; empty for that itself
     * @param open the real paths of {@code start} and the folders that a link led from to it
     * @param linkedFolders how many folders behind links there have been
     */
    private FolderWalk(
            Path start, String prefix, LinkReach reach, Set<Path> open, List<String> paths, int[] linkedFolders) {
        this.start = start;
        String whole = start.toString();
        String separator = start.getFileSystem().getSeparator();
        this.from = whole.length() + (whole.endsWith(separator) ? 0 : separator.length());
        this.prefix = prefix;
        this.reach = reach;
        this.open = open;
        this.paths = paths;
        this.linkedFolders = linkedFolders;
    }

    /**
     * The paths of schemas below a folder, sorted.
     *
     * @param root the real path of the folder
     * @param reach how far links are followed
     * @throws IOException if a folder cannot be listed, or links lead to too many
     */
    static List<String> list(Path root, LinkReach reach) throws IOException {
        List<String> paths = new ArrayList<>();
        Files.walkFileTree(root, new FolderWalk(root, "", reach, Set.of(root), paths, new int[1]));
        Collections.sort(paths);
        return Collections.unmodifiableList(paths);
    }

    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) throws IOException {
        if (isHidden(folder)) {
            return FileVisitResult.SKIP_SUBTREE;
        }
        if (!prefix.isEmpty() && ++linkedFolders[0] > MOST_LINKED_FOLDERS) {
            throw new IOException(
                    "symbolic links lead to more than " + MOST_LINKED_FOLDERS + " folders, among them " + folder);
        }
        return FileVisitResult.CONTINUE;
    }

    private boolean isHidden(Path folder) {
        return !folder.equals(start) && String.valueOf(folder.getFileName()).startsWith(".");
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
        if (attributes.isSymbolicLink()) {
            follow(file);
        } else if (attributes.isRegularFile() && LinkReach.isSchema(file)) {
            paths.add(relative(file));
        }
        return FileVisitResult.CONTINUE;
    }

    private void follow(Path link) throws IOException {
        boolean folder = Files.isDirectory(link);
        if (folder ? isHidden(link) : !Files.isRegularFile(link) || !LinkReach.isSchema(link)) {
            return;
        }
        Path real = link.toRealPath();
        if (!folder) {
            if (reach.includesFile(real)) {
                paths.add(relative(link));
            }
            return;
        }
        if (!reach.includes(real)) {
            return;
        }
        for (Path before : open) {
            if (before.startsWith(real)) {
                return;
            }
        }
        Set<Path> opened = new HashSet<>(open);
        opened.add(real);
        Files.walkFileTree(real, new FolderWalk(real, relative(link) + "/", reach, opened, paths, linkedFolders));
    }

    private String relative(Path file) {
        String path = file.toString().substring(from);
        String separator = file.getFileSystem().getSeparator();
        return prefix + (separator.equals("/") ? path : path.replace(separator, "/"));
    }
}
