package dev.sluice.schema.source;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * A folder, which is the root its files' imports start from. Schemas behind symbolic links below it belong to it, under the
 * path of the link, if they are within the same repository or there is none; nothing else that links lead to is read. The
 * folder is listed once: a file that comes later is not seen.
 */
public final class FolderSource implements SchemaSource {
    /** The largest file that is read, in bytes; archives and revisions in git have the same bound. */
    private static final long LARGEST = 64L << 20;

    private final Path named;
    private final Map<Path, Boolean> unlinked = new ConcurrentHashMap<>();

    @Nullable
    private volatile Path realRoot;

    @Nullable
    private volatile LinkReach reach;

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
            paths = FolderWalk.list(root(), reach());
            listed = paths;
        }
        return paths;
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
        if (!file.startsWith(root)) {
            return Optional.empty();
        }
        Optional<BasicFileAttributes> attributes = attributes(file);
        if (attributes.isEmpty()) {
            return Optional.empty();
        }
        long size = attributes.get().size();
        if (size > LARGEST) {
            throw new IOException("it has " + size + " bytes; at most " + LARGEST + " are read");
        }
        return Optional.of(Files.readAllBytes(file));
    }

    /** What is known of a file that may be read; empty where there is none. */
    private Optional<BasicFileAttributes> attributes(Path file) throws IOException {
        BasicFileAttributes own;
        try {
            own = Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        } catch (IOException nothingThere) {
            return Optional.empty();
        }
        if (own.isRegularFile() && !isBehindLink(file)) {
            return Optional.of(own);
        }
        boolean isRead =
                LinkReach.isSchema(file) && Files.isRegularFile(file) && reach().includesFile(file.toRealPath());
        if (!isRead) {
            return Optional.empty();
        }
        return Optional.of(Files.readAttributes(file, BasicFileAttributes.class));
    }

    /** Whether one of the folders on the way to a file is a symbolic link. */
    private boolean isBehindLink(Path file) throws IOException {
        Path folder = file.getParent();
        if (folder == null) {
            return true;
        }
        Boolean known = unlinked.get(folder);
        if (known == null) {
            known = folder.toRealPath().equals(folder);
            unlinked.put(folder, known);
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

    private LinkReach reach() throws IOException {
        LinkReach known = reach;
        if (known == null) {
            known = LinkReach.of(root());
            reach = known;
        }
        return known;
    }

    @Override
    public String describe() {
        return named.toString();
    }
}
