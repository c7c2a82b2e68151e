package dev.sluice.codegen;

import dev.sluice.schema.concurrent.Parallel;
import dev.sluice.schema.io.WholeFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * A folder of generated files. It writes what changed, deletes what it wrote before and is generated no more, and leaves
 * every other file alone. What it wrote is listed in the file {@value #MANIFEST}.
 */
public final class OutputFolder {
    /** The list of files that were written, one path a line. */
    public static final String MANIFEST = ".sluice-generated";

    private final Path folder;

    /** The folder need not exist. */
    public OutputFolder(Path folder) {
        this.folder = folder.toAbsolutePath().normalize();
    }

    /**
     * What a call changed.
     *
     * @param written paths that are new or differ from before
     * @param deleted paths that are generated no more
     * @param unchanged number of files that were left alone
     */
    public record Changes(List<String> written, List<String> deleted, int unchanged) {
        public Changes {
            written = List.copyOf(written);
            deleted = List.copyOf(deleted);
        }
    }

    /**
     * Makes the folder hold these files. Each file is replaced as a whole, and the manifest is written first with both old
     * and new paths, so that a call that is cut short is mended by the next.
     *
     * @throws IOException if the folder cannot be read or written
     */
    public Changes write(List<GeneratedFile> files) throws IOException {
        Set<String> stale = manifest();
        Set<String> current = new TreeSet<>();
        files.forEach(file -> current.add(file.path()));
        Set<String> both = new TreeSet<>(stale);
        both.addAll(current);
        if (!both.equals(stale)) {
            replace(MANIFEST, lines(both));
        }
        List<String> written = replace(files);
        stale.removeAll(current);
        List<String> deleted = new ArrayList<>();
        for (String path : stale) {
            if (Files.deleteIfExists(folder.resolve(path))) {
                deleted.add(path);
            }
        }
        replace(MANIFEST, lines(current));
        return new Changes(written, deleted, files.size() - written.size());
    }

    private Set<String> manifest() throws IOException {
        Set<String> paths = new TreeSet<>();
        try {
            for (String line : Files.readAllLines(folder.resolve(MANIFEST))) {
                Path path = folder.resolve(line).normalize();
                if (!line.isBlank() && path.startsWith(folder)) {
                    paths.add(line);
                }
            }
        } catch (NoSuchFileException e) {
            return paths;
        }
        return paths;
    }

    private static String lines(Set<String> paths) {
        return paths.isEmpty() ? "" : String.join("\n", paths) + "\n";
    }

    /** Replaces files, several at a time; the paths of those that differed. */
    private List<String> replace(List<GeneratedFile> files) throws IOException {
        boolean[] isWritten = new boolean[files.size()];
        try {
            Parallel.forEach(isWritten.length, i -> {
                GeneratedFile file = files.get(i);
                try {
                    isWritten[i] = replace(file.path(), file.text());
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
    private boolean replace(String path, String text) throws IOException {
        Path target = folder.resolve(path);
        byte[] content = text.getBytes(StandardCharsets.UTF_8);
        if (Files.isRegularFile(target) && Arrays.equals(Files.readAllBytes(target), content)) {
            return false;
        }
        WholeFile.replace(target, out -> out.write(content));
        return true;
    }
}
