package dev.sluice.schema.source.git;

import dev.sluice.schema.source.git.ObjectReader.Reply;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The content of files below a tree; what was read ahead waits here until it is asked for once. */
final class SchemaBlobs implements AutoCloseable {
    private final GitCommand git;
    private final ObjectReader objects;
    private final String tree;
    private final Map<String, byte[]> ahead = new ConcurrentHashMap<>();
    private final Map<String, TreeFolder> folders = new ConcurrentHashMap<>();
    private volatile boolean closed;

    SchemaBlobs(GitCommand git, ObjectReader objects, String tree) {
        this.git = git;
        this.objects = objects;
        this.tree = tree;
    }

    /** The content of a blob. */
    byte[] read(String path, String id) throws IOException {
        byte[] known = ahead.remove(id);
        if (known != null) {
            return known;
        }
        Reply reply;
        try {
            reply = objects.ask(id);
        } catch (IOException e) {
            throw explained(path, e);
        }
        return content(path, reply);
    }

    /**
     * Reads blobs, given by path, ahead. One that is too large is reported where it is asked for.
     *
     * @throws IOException if a blob is missing
     */
    void readAhead(Map<String, String> idsByPath) throws IOException {
        List<String> paths = new ArrayList<>(idsByPath.keySet());
        List<String> ids = new ArrayList<>(idsByPath.values());
        List<String> missing = new ArrayList<>();
        try {
            objects.askAll(ids, (i, reply) -> {
                if (reply instanceof Reply.Found found) {
                    ahead.put(ids.get(i), found.bytes());
                } else if (reply instanceof Reply.Missing) {
                    missing.add(paths.get(i));
                }
            });
        } catch (IOException e) {
            throw explained("some files", e);
        }
        if (!missing.isEmpty()) {
            throw missing(missing.get(0));
        }
    }

    /** The blob id of a regular file anywhere below the tree. */
    Optional<String> find(String path) throws IOException {
        if (!isPlain(path)) {
            return Optional.empty();
        }
        int slash = path.lastIndexOf('/');
        String folder = slash < 0 ? tree : tree + ":" + path.substring(0, slash);
        return folder(folder).find(path.substring(slash + 1));
    }

    private TreeFolder folder(String name) throws IOException {
        TreeFolder known = folders.get(name);
        if (known == null) {
            known = new TreeFolder(objects.ask(name).as("tree").orElse(null));
            folders.put(name, known);
        }
        return known;
    }

    /** Whether git takes a path literally: no {@code .}, no {@code ..}, no empty part. */
    private static boolean isPlain(String path) {
        for (String part : path.split("/", -1)) {
            if (part.isEmpty() || part.equals(".") || part.equals("..")) {
                return false;
            }
        }
        return !GitAddress.hasControlCharacter(path);
    }

    private byte[] content(String path, Reply reply) throws IOException {
        if (reply instanceof Reply.Found found) {
            return found.bytes();
        }
        if (reply instanceof Reply.TooLarge large) {
            throw new IOException(
                    "it has " + large.size() + " bytes; at most " + ObjectReader.MAX_OBJECT_BYTES + " are read");
        }
        throw missing(path);
    }

    private IOException missing(String path) throws IOException {
        return explained(
                path,
                new IOException(
                        "git does not find its content; the repository is damaged, about which 'git fsck' says more"));
    }

    private IOException explained(String path, IOException failure) throws IOException {
        return closed ? failure : PartialClone.explain(git, "the content of " + path, failure);
    }

    @Override
    public synchronized void close() {
        if (!closed) {
            closed = true;
            objects.close();
            ahead.clear();
        }
    }
}
