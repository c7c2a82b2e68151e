package dev.sluice.schema.source.git;

import dev.sluice.schema.source.SchemaSource;
import dev.sluice.schema.source.SourceChanges;
import dev.sluice.schema.source.SourceUnavailableException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A folder at a revision in git, read from the objects of the repository; the work tree is not touched. Symbolic links
 * and submodules are not followed. For use by several threads, until it is closed.
 */
public final class GitSource implements SchemaSource, AutoCloseable {
    /** How many files to read ahead before it pays to list the tree for their ids. */
    private static final int WORTH_LISTING = 64;

    private final GitRevision revision;
    private final String folder;
    private final GitTree tree;
    private final SchemaBlobs blobs;

    GitSource(GitRevision revision, String folder, GitTree tree, SchemaBlobs blobs) {
        this.revision = revision;
        this.folder = folder;
        this.tree = tree;
        this.blobs = blobs;
    }

    /**
     * Opens an address in the repository that a folder on disk belongs to.
     *
     * @throws SourceUnavailableException if the repository, the revision or the folder in it is not there
     */
    public static GitSource open(Path anywhereInside, GitAddress address) throws IOException {
        return GitRepository.at(anywhereInside).open(address);
    }

    /** The commit that is read. */
    public GitRevision revision() {
        return revision;
    }

    /** The folder that is read, relative to the root of the repository; empty for the root. */
    public String folder() {
        return folder;
    }

    @Override
    public List<String> list() throws IOException {
        return List.copyOf(tree.schemas().keySet());
    }

    /** The git blob ids of all listed files. */
    @Override
    public Map<String, String> contentIds() throws IOException {
        return tree.schemas();
    }

    /** What changed since another revision in the same repository. */
    @Override
    public Optional<SourceChanges> changesSince(SchemaSource older) throws IOException {
        return older instanceof GitSource source ? tree.changesSince(source.tree) : Optional.empty();
    }

    @Override
    public Optional<byte[]> read(String path) throws IOException {
        Optional<String> id = idOf(path);
        return id.isPresent() ? Optional.of(blobs.read(path, id.get())) : Optional.empty();
    }

    @Override
    public boolean contains(String path) throws IOException {
        return idOf(path).isPresent();
    }

    private Optional<String> idOf(String path) throws IOException {
        Optional<String> listed = tree.knownId(path);
        return listed.isPresent() ? listed : blobs.find(path);
    }

    /**
     * Reads listed files ahead, several times as fast as one by one, unless they are so few that finding out their ids
     * takes longer. Each is held in memory until it is read once.
     *
     * @throws SourceUnavailableException if this is a partial clone without the content of a file
     * @throws IOException if git does not answer or a file's content is missing; a file that is too large is reported where
     *     it is read
     */
    @Override
    public void prefetch(Collection<String> paths) throws IOException {
        if (paths.size() < WORTH_LISTING && !tree.isListed()) {
            return;
        }
        Map<String, String> wanted = new LinkedHashMap<>();
        for (String path : paths) {
            String id = tree.schemas().get(path);
            if (id != null) {
                wanted.put(path, id);
            }
        }
        blobs.readAhead(wanted);
    }

    @Override
    public String describe() {
        return "git " + revision.describe() + (folder.isEmpty() ? "" : ", folder " + folder);
    }

    /** Ends the git process; nothing can be read afterwards. */
    @Override
    public void close() {
        blobs.close();
    }
}
