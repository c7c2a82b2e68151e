package dev.sluice.schema.source;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * A folder, which is the root its files' imports start from. Symbolic links below it are not followed, so nothing outside
 * the folder is read. The folder is listed once: a file that comes later is not seen.
 */
public final class FolderSource implements SchemaSource {
    /** The largest file that is read, in bytes; archives and revisions in git have the same bound. */
    private static final long LARGEST = 64L << 20;

    private final Path named;
    private final Map<Path, Boolean> followable = new ConcurrentHashMap<>();

    @Nullable
    private volatile Path realRoot;

    @Nullable
    private volatile List<String> listed;

    /** A source over a folder, which may be a symbolic link itself, and the folders below it. */
    public FolderSource(Path folder) {
        this.named = folder;
    }

    @Override
    public List<String> list() throws IOException {
        List<String> paths = listed;
        if (paths == null) {
            paths = walk(root());
            listed = paths;
        }
        return paths;
    }

    private static List<String> walk(Path root) throws IOException {
        String separator = root.getFileSystem().getSeparator();
        int from = root.toString().length() + (root.toString().endsWith(separator) ? 0 : separator.length());
        List<String> paths = new ArrayList<>();
        Files.walkFileTree(root, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                boolean hidden = !folder.equals(root)
                        && String.valueOf(folder.getFileName()).startsWith(".");
                return hidden ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                if (attributes.isRegularFile() && file.toString().endsWith(".proto")) {
                    paths.add(relative(from, file));
                }
                return FileVisitResult.CONTINUE;
            }
        });
        Collections.sort(paths);
        return Collections.unmodifiableList(paths);
    }

    private static String relative(int from, Path file) {
        String path = file.toString().substring(from);
        return file.getFileSystem().getSeparator().equals("/")
                ? path
                : path.replace(file.getFileSystem().getSeparator(), "/");
    }

    @Override
    public Optional<byte[]> read(String path) throws IOException {
        Path root = root();
        Path file;
        try {
            file = root.resolve(path).normalize();
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
        if (!file.startsWith(root) || !Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            return Optional.empty();
        }
        if (isBehindLink(file)) {
            return Optional.empty();
        }
        long size = Files.size(file);
        if (size > LARGEST) {
            throw new IOException("it has " + size + " bytes; at most " + LARGEST + " are read");
        }
        return Optional.of(Files.readAllBytes(file));
    }

    /** Whether one of the folders on the way to a file is a symbolic link. */
    private boolean isBehindLink(Path file) throws IOException {
        Path folder = file.getParent();
        if (folder == null) {
            return true;
        }
        Boolean known = followable.get(folder);
        if (known == null) {
            known = folder.toRealPath().equals(folder);
            followable.put(folder, known);
        }
        return !known;
    }

    private Path root() throws IOException {
        Path root = realRoot;
        if (root == null) {
            root = named.toRealPath();
            realRoot = root;
        }
        return root;
    }

    @Override
    public String describe() {
        return named.toString();
    }
}
