package dev.sluice.compat.mutation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A repository with pairs of states of trees, on branches {@code old-0}, {@code new-0} and so on. */
public final class CommitPairs implements AutoCloseable {
    private final Path folder;
    private final Process importer;
    private final OutputStream stream;

    private CommitPairs(Path folder, Process importer) {
        this.folder = folder;
        this.importer = importer;
        this.stream = new BufferedOutputStream(importer.getOutputStream());
    }

    /** Makes an empty repository. */
    public static CommitPairs in(Path folder) throws IOException, InterruptedException {
        Files.createDirectories(folder);
        assertThat(git(folder, "init", "--quiet").waitFor()).isZero();
        return new CommitPairs(folder, git(folder, "fast-import", "--quiet"));
    }

    private static Process git(Path folder, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of("git"));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    /** Adds a state of a tree on a branch. */
    public void add(String branch, Map<String, String> texts) throws IOException {
        line("commit refs/heads/" + branch);
        line("committer Test <test@example.org> 1700000000 +0000");
        data("state");
        line("deleteall");
        for (Map.Entry<String, String> text : texts.entrySet()) {
            line("M 100644 inline " + text.getKey());
            data(text.getValue());
        }
    }

    private void line(String text) throws IOException {
        stream.write((text + "\n").getBytes(StandardCharsets.US_ASCII));
    }

    private void data(String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
        line("data " + bytes.length);
        stream.write(bytes);
        line("");
    }

    /** The repository, once everything that was added is in it. */
    public Path finish() throws IOException, InterruptedException {
        stream.close();
        assertThat(importer.waitFor()).as("git fast-import").isZero();
        return folder;
    }

    @Override
    public void close() {
        importer.destroyForcibly();
    }
}
