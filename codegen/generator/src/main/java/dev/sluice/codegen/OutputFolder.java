package dev.sluice.codegen;

import dev.sluice.schema.concurrent.Parallel;
import dev.sluice.schema.io.Drafts;
import dev.sluice.schema.io.Reason;
import dev.sluice.schema.io.WholeFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A folder of generated files. It writes what changed, deletes what it wrote before and is generated no more, and leaves
 * every other file alone. What it wrote is listed in the file {@value #MANIFEST}.
 */
public final class OutputFolder {
    /** The list of files that were written, one path a line. */
    public static final String MANIFEST = Manifest.FILE;

    /** As it was named, for messages. */
    private final Path folder;

    private final Manifest manifest;

    /** The folder need not exist. */
    public OutputFolder(Path folder) {
        this.folder = folder;
        this.manifest = new Manifest(folder);
    }

    /**
     * What a call changed.
     *
     * @param written paths that are new or differ from before
     * @param deleted paths that are generated no more
     * @param kept paths that are generated no more and were left, since somebody else has written there since
     * @param unchanged number of files that were left alone
     */
    public record Changes(List<String> written, List<String> deleted, List<String> kept, int unchanged) {
        public Changes {
            written = List.copyOf(written);
            deleted = List.copyOf(deleted);
            kept = List.copyOf(kept);
        }
    }

    /**
     * Makes the folder hold these files. Each file is replaced as a whole, and the manifest is written first with both old
     * and new paths, so that a call that is cut short is mended by the next. Folders that are empty without the deleted files
     * are deleted too.
     *
     * @throws OccupiedException if files are in the way that are neither in the manifest nor begin as generated files do
     * @throws IOException if the folder cannot be read or written; the message names the file and the reason
     */
    public Changes write(List<GeneratedFile> files) throws IOException {
        checkFolder(folder.resolve(MANIFEST), folder);
        Set<String> before = manifest.read();
        Set<String> current = new TreeSet<>();
        files.forEach(file -> current.add(file.path()));
        checkPlaces(files, before);
        Set<String> both = new TreeSet<>(before);
        both.addAll(current);
        removeAbandonedDrafts(both);
        if (!both.equals(before)) {
            manifest.write(both);
        }
        List<String> written = replace(files);
        List<String> deleted = new ArrayList<>();
        List<String> kept = new ArrayList<>();
        Set<String> stale = new TreeSet<>(before);
        stale.removeAll(current);
        Map<String, String> inAnyCase = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        current.forEach(path -> inAnyCase.put(path, path));
        for (String path : stale) {
            if (Files.isRegularFile(folder.resolve(path)) && !isSame(path, inAnyCase.get(path))) {
                (delete(path) ? deleted : kept).add(path);
            }
        }
        if (!stale.isEmpty()) {
            manifest.write(current);
        }
        return new Changes(written, deleted, kept, files.size() - written.size());
    }

    /** Whether both paths name one file, as where a disk does not tell case and a name changed in nothing else. */
    private boolean isSame(String path, @Nullable String other) throws IOException {
        return other != null && Files.isSameFile(folder.resolve(other), folder.resolve(path));
    }

    private void checkPlaces(List<GeneratedFile> files, Set<String> before) throws IOException {
        List<Path> occupied = new ArrayList<>();
        Set<Path> folders = new TreeSet<>();
        for (GeneratedFile file : files) {
            Path target = folder.resolve(file.path());
            if (Files.isDirectory(target)) {
                throw new IOException("cannot write " + target + ": it is a folder");
            }
            Path parent = target.getParent();
            if (parent != null && folders.add(parent)) {
                checkFolder(target, parent);
            }
            if (!before.contains(file.path())
                    && Files.exists(target, LinkOption.NOFOLLOW_LINKS)
                    && !isOurs(file, target)) {
                occupied.add(target);
            }
        }
        if (!occupied.isEmpty()) {
            throw new OccupiedException(occupied);
        }
    }

    private static void checkFolder(Path target, Path parent) throws IOException {
        Path existing = parent;
        while (existing != null && !Files.exists(existing)) {
            existing = existing.getParent();
        }
        if (existing != null && !Files.isDirectory(existing)) {
            throw new IOException(
                    "cannot write " + target + ": " + existing + " is a file, and a folder is needed there");
        }
    }

    private static boolean isOurs(GeneratedFile file, Path target) throws IOException {
        try {
            return Files.isRegularFile(target) && (GeneratedMark.isOn(target) || has(target, bytes(file)));
        } catch (IOException e) {
            throw new IOException("cannot read " + target + ": " + Reason.of(e), e);
        }
    }

    private void removeAbandonedDrafts(Set<String> paths) throws IOException {
        Map<Path, Set<String>> names = new TreeMap<>();
        names.put(folder, new TreeSet<>(Set.of(Manifest.FILE, GenerationRecord.FILE)));
        for (String path : paths) {
            Path file = folder.resolve(path);
            Path parent = file.getParent();
            names.computeIfAbsent(parent == null ? folder : parent, absent -> new TreeSet<>())
                    .add(String.valueOf(file.getFileName()));
        }
        for (Map.Entry<Path, Set<String>> each : names.entrySet()) {
            try {
                Drafts.removeAbandoned(each.getKey(), each.getValue());
            } catch (IOException e) {
                throw new IOException("cannot clean " + each.getKey() + ": " + Reason.of(e), e);
            }
        }
    }

    /** Replaces files, several at a time; the paths of those that differed. */
    private List<String> replace(List<GeneratedFile> files) throws IOException {
        boolean[] isWritten = new boolean[files.size()];
        try {
            Parallel.forEach(isWritten.length, i -> {
                try {
                    isWritten[i] = replace(files.get(i));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        List<String> written = new ArrayList<>();
        for (int i = 0; i < isWritten.length; i++) {
            if (isWritten[i]) {
                written.add(files.get(i).path());
            }
        }
        return written;
    }

    /** Replaces a file unless it has this text already; tells whether it did. */
    private boolean replace(GeneratedFile file) throws IOException {
        Path target = folder.resolve(file.path());
        byte[] content = bytes(file);
        try {
            if (Files.isRegularFile(target) && has(target, content)) {
                return false;
            }
            WholeFile.replace(target, out -> out.write(content));
            return true;
        } catch (IOException e) {
            throw new IOException("cannot write " + target + ": " + Reason.of(e), e);
        }
    }

    /** Deletes a file that is generated no more; tells whether it did, which is not where somebody has replaced it. */
    private boolean delete(String path) throws IOException {
        Path file = folder.resolve(path);
        try {
            if (!GeneratedMark.isOn(file)) {
                return false;
            }
            Files.delete(file);
            deleteEmptied(Path.of(path));
            return true;
        } catch (IOException e) {
            throw new IOException("cannot remove " + file + ": " + Reason.of(e), e);
        }
    }

    private void deleteEmptied(Path deleted) throws IOException {
        for (Path parent = deleted.normalize().getParent(); parent != null; parent = parent.getParent()) {
            Path emptied = folder.resolve(parent);
            if (!Files.isDirectory(emptied, LinkOption.NOFOLLOW_LINKS)) {
                return;
            }
            try {
                Files.delete(emptied);
            } catch (DirectoryNotEmptyException e) {
                return;
            }
        }
    }

    private static boolean has(Path file, byte[] content) throws IOException {
        return Arrays.equals(Files.readAllBytes(file), content);
    }

    private static byte[] bytes(GeneratedFile file) {
        return file.text().getBytes(StandardCharsets.UTF_8);
    }
}
