package dev.sluice.contract.pact.verify;

import dev.sluice.contract.pact.file.PactFile;
import dev.sluice.contract.pact.file.PactFileException;
import dev.sluice.contract.pact.file.PactProblem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The {@code .json} files of a folder, or one file. */
public final class PactFolder implements PactSource {
    private final Path path;

    /** Reads from this folder or file, whenever it is asked. */
    public PactFolder(Path path) {
        this.path = path;
    }

    /** Those for the provider, by name of file; a folder without any is a mistake rather than a success. */
    @Override
    public List<SourcedPact> load(String provider) {
        List<PactFile> all = all();
        List<SourcedPact> found = all.stream()
                .filter(file -> file.provider().equals(provider))
                .map(file -> new SourcedPact(file, false, List.of(), results -> {}))
                .toList();
        if (found.isEmpty()) {
            List<String> others =
                    all.stream().map(PactFile::provider).distinct().sorted().toList();
            throw new PactSourceException("no Pact file for the provider \"" + provider + "\" in " + path
                    + (others.isEmpty() ? "" : "; there are some for " + String.join(", ", others)));
        }
        return found;
    }

    /**
     * All of them, whatever their provider, by name of file.
     *
     * @throws PactFileException if some cannot be read; it names every problem of every file
     * @throws PactSourceException if the folder is not there
     */
    public List<PactFile> all() {
        List<PactFile> files = new ArrayList<>();
        List<PactProblem> problems = new ArrayList<>();
        for (Path file : list()) {
            try {
                files.add(PactFile.read(file.toString(), Files.readAllBytes(file)));
            } catch (PactFileException unreadable) {
                problems.addAll(unreadable.problems());
            } catch (IOException unreadable) {
                throw new PactSourceException("cannot read " + file + ": " + unreadable.getMessage());
            }
        }
        if (!problems.isEmpty()) {
            throw new PactFileException(problems);
        }
        return files;
    }

    private List<Path> list() {
        if (Files.isRegularFile(path)) {
            return List.of(path);
        }
        try (Stream<Path> entries = Files.list(path)) {
            return entries.filter(entry -> entry.toString().endsWith(".json"))
                    .sorted()
                    .toList();
        } catch (IOException absent) {
            throw new PactSourceException("no folder of Pact files at " + path);
        }
    }
}
