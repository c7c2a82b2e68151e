package dev.sluice.schema.source.archive;

import dev.sluice.schema.source.SchemaPath;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The files kept of an archive: schemas and configuration below a folder, within the limits. */
final class KeptFiles {
    private static final Set<String> CONFIGURATION =
            Set.of("buf.yaml", "buf.mod", "buf.work.yaml", "buf.work", "sluice.yaml");

    private final String folder;
    private final boolean jar;
    private final ArchiveLimits limits;
    private final TreeMap<String, byte[]> files = new TreeMap<>();

    @Nullable
    private String top;

    private boolean several;
    private boolean folderSeen;
    private int entries;
    private long bytes;

    /**
     * Keeps files of one folder.
     *
     * @param folder the folder, normalized; empty for the root
     * @param jar whether META-INF is passed over
     */
    KeptFiles(String folder, boolean jar, ArchiveLimits limits) {
        this.folder = folder;
        this.jar = jar;
        this.limits = limits;
    }

    /**
     * Counts an entry and looks at its name.
     *
     * @return the path below the folder, where the entry, if it is a file, is to be kept
     */
    Optional<String> enter(String name) throws CorruptArchiveException {
        if (++entries > limits.entries()) {
            throw new CorruptArchiveException("it has more than " + limits.entries() + " entries");
        }
        String path = EntryPath.of("the name of its entry", name);
        see(path);
        if (!folder.isEmpty()) {
            if (!path.startsWith(folder + "/")) {
                return Optional.empty();
            }
            path = path.substring(folder.length() + 1);
        }
        return isKept(path) ? Optional.of(path) : Optional.empty();
    }

    private void see(String path) {
        folderSeen |= path.equals(folder) || path.startsWith(folder + "/");
        if (!path.isEmpty()) {
            int slash = path.indexOf('/');
            String first = slash < 0 ? path : path.substring(0, slash);
            several |= top != null && !top.equals(first);
            top = first;
        }
    }

    private boolean isKept(String path) {
        String file = path.substring(path.lastIndexOf('/') + 1);
        if (jar && path.startsWith("META-INF/") || isAppleDouble(path, file)) {
            return false;
        }
        return SchemaPath.isListed(path) || CONFIGURATION.contains(file);
    }

    /** What archives made on a Mac hold beside each file: {@code ._name}, or the same below {@code __MACOSX}. */
    private static boolean isAppleDouble(String path, String file) {
        return file.startsWith("._") || path.startsWith("__MACOSX/");
    }

    /**
     * Reads and keeps a file.
     *
     * @param size its length, in bytes, as the archive states it
     * @param content a stream that has at least the file's bytes
     */
    void keep(String path, long size, InputStream content) throws IOException {
        if (size > limits.fileBytes()) {
            throw new CorruptArchiveException("its entry '" + EntryPath.shown(path) + "' has " + size
                    + " bytes; at most " + limits.fileBytes() + " are read");
        }
        bytes += size;
        if (bytes > limits.keptBytes()) {
            throw new CorruptArchiveException("its schemas have more than " + limits.keptBytes() + " bytes");
        }
        byte[] read = content.readNBytes((int) size);
        if (read.length < size) {
            throw new CorruptArchiveException("it ends within its entry '" + EntryPath.shown(path) + "'");
        }
        if (files.put(path, read) != null) {
            throw new CorruptArchiveException("it has two entries '" + EntryPath.shown(path) + "'");
        }
    }

    /** Whether the folder is in the archive. */
    boolean hasFolder() {
        return folder.isEmpty() || folderSeen;
    }

    /** The first part of all paths, where it is the same. */
    Optional<String> onlyFolder() {
        return several ? Optional.empty() : Optional.ofNullable(top);
    }

    /** The files, by path below the folder. */
    TreeMap<String, byte[]> files() {
        return files;
    }
}
