package dev.sluice.codegen;

import dev.sluice.schema.io.Reason;
import dev.sluice.schema.io.WholeFile;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;

/** The list of the files that were generated into a folder, kept there: one path a line. */
final class Manifest {
    /** The name of its file. */
    static final String FILE = ".sluice-generated";

    private final Path folder;

    Manifest(Path folder) {
        this.folder = folder;
    }

    /**
     * The paths, without any that lead out of the folder.
     *
     * @throws IOException if it is there and cannot be read; the message names it and says what to do
     */
    Set<String> read() throws IOException {
        Path file = folder.resolve(FILE);
        try {
            Set<String> paths = new TreeSet<>();
            for (String line : Files.readAllLines(file)) {
                if (!line.isBlank() && isWithin(line)) {
                    paths.add(line);
                }
            }
            return paths;
        } catch (NoSuchFileException e) {
            return new TreeSet<>();
        } catch (CharacterCodingException | InvalidPathException e) {
            throw new IOException(
                    file + " is damaged; delete it, and with it the files in this folder that are generated no more",
                    e);
        } catch (IOException e) {
            throw new IOException("cannot read " + file + ": " + Reason.of(e), e);
        }
    }

    private boolean isWithin(String line) {
        Path root = folder.toAbsolutePath().normalize();
        return !Path.of(line).isAbsolute() && root.resolve(line).normalize().startsWith(root);
    }

    /**
     * Writes the paths.
     *
     * @throws IOException if it cannot be written; the message names it
     */
    void write(Set<String> paths) throws IOException {
        Path file = folder.resolve(FILE);
        String text = paths.isEmpty() ? "" : String.join("\n", paths) + "\n";
        try {
            WholeFile.replace(file, out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new IOException("cannot write " + file + ": " + Reason.of(e), e);
        }
    }
}
