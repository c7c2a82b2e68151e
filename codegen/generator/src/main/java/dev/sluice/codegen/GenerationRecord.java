package dev.sluice.codegen;

import dev.sluice.schema.io.WholeFile;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What a generation was made from and what it made, kept in the file {@value #FILE} of its output folder: the digest of its
 * inputs, then the digest and path of each output. An output that is gone, or that somebody changed, counts as well as
 * an input that differs.
 */
public final class GenerationRecord {
    /** The name of the record's file. */
    public static final String FILE = ".sluice-record";

    private final Path folder;

    /** The record of an output folder, which need not exist. */
    public GenerationRecord(Path folder) {
        this.folder = folder;
    }

    /**
     * The number of outputs, if they are all as a generation from the same inputs left them.
     *
     * @param inputs the {@linkplain InputDigest#hex() digest} of the inputs as they are now
     * @throws IOException if the record or an output is there and cannot be read
     */
    public OptionalInt current(String inputs) throws IOException {
        List<String> lines = lines();
        if (lines.isEmpty() || !lines.get(0).equals(inputs)) {
            return OptionalInt.empty();
        }
        for (String line : lines.subList(1, lines.size())) {
            if (!isAsRecorded(line)) {
                return OptionalInt.empty();
            }
        }
        return OptionalInt.of(lines.size() - 1);
    }

    /**
     * The digest of the inputs of the last generation, if it was finished.
     *
     * @throws IOException if the record is there and cannot be read
     */
    public Optional<String> inputs() throws IOException {
        return lines().stream().findFirst();
    }

    private List<String> lines() throws IOException {
        try {
            return Files.readAllLines(folder.resolve(FILE));
        } catch (NoSuchFileException | CharacterCodingException e) {
            return List.of();
        }
    }

    private boolean isAsRecorded(String line) throws IOException {
        int space = line.indexOf(' ');
        Path output = folder.resolve(line.substring(space + 1)).normalize();
        return space > 0
                && output.startsWith(folder.normalize())
                && Files.isRegularFile(output)
                && InputDigest.of(Files.readAllBytes(output)).equals(line.substring(0, space));
    }

    /**
     * Forgets what was recorded, before outputs are changed: a generation that is cut short is not current.
     *
     * @throws IOException if the record cannot be deleted
     */
    public void clear() throws IOException {
        Files.deleteIfExists(folder.resolve(FILE));
    }

    /**
     * Records a finished generation.
     *
     * @throws IOException if the record cannot be written
     */
    public void write(String inputs, List<GeneratedFile> outputs) throws IOException {
        StringBuilder text = new StringBuilder(inputs).append('\n');
        for (GeneratedFile output : outputs) {
            text.append(InputDigest.of(output.text().getBytes(StandardCharsets.UTF_8)))
                    .append(' ')
                    .append(output.path())
                    .append('\n');
        }
        WholeFile.replace(folder.resolve(FILE), out -> out.write(text.toString().getBytes(StandardCharsets.UTF_8)));
    }
}
