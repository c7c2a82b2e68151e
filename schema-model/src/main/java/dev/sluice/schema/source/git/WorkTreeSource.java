package dev.sluice.schema.source.git;

import dev.sluice.schema.source.FolderSource;
import dev.sluice.schema.source.SchemaSource;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A folder on disk that may be in a work tree, whose unchanged files then need not be read to be compared with a
 * {@link GitSource}. Elsewhere it is a {@link FolderSource}.
 */
public final class WorkTreeSource implements SchemaSource {
    private final Path path;
    private final FolderSource folder;

    /** A source over a folder and the folders below it. */
    public WorkTreeSource(Path path) {
        this.path = path;
        this.folder = new FolderSource(path);
    }

    @Override
    public List<String> list() throws IOException {
        return folder.list();
    }

    @Override
    public Optional<byte[]> read(String file) throws IOException {
        return folder.read(file);
    }

    @Override
    public boolean contains(String file) throws IOException {
        return folder.contains(file);
    }

    /** The git blob ids of the files that are as git's index has them. */
    @Override
    public Map<String, String> contentIds() throws IOException {
        return WorkTreeIds.of(path);
    }

    @Override
    public void prefetch(Collection<String> files) throws IOException {
        folder.prefetch(files);
    }

    @Override
    public String describe() {
        return folder.describe();
    }
}
