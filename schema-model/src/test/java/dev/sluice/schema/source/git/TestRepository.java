package dev.sluice.schema.source.git;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A repository that a test makes with the git command, without the configuration of whoever runs the test. */
record TestRepository(Path folder) {

    /** An empty repository whose branch is {@code main}. */
    static TestRepository init(Path folder) throws IOException {
        TestRepository repository = new TestRepository(Files.createDirectories(folder));
        repository.git("init", "-q");
        repository.git("symbolic-ref", "HEAD", "refs/heads/main");
        return repository;
    }

    /** A clone, made with further options, of a repository that is named by a file URL so that all options count. */
    static TestRepository clone(TestRepository origin, Path folder, String... options) throws IOException {
        List<String> arguments = new ArrayList<>(List.of("clone", "-q"));
        arguments.addAll(List.of(options));
        arguments.add("file://" + origin.folder().toRealPath());
        arguments.add(folder.toString());
        origin.git(arguments.toArray(String[]::new));
        return new TestRepository(folder);
    }

    TestRepository write(String path, String text) throws IOException {
        Path file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
        return this;
    }

    /** Commits everything and returns the commit's id. */
    String commit(String message) throws IOException {
        git("add", "-A");
        git("commit", "-q", "--allow-empty", "-m", message);
        return git("rev-parse", "HEAD");
    }

    /** Makes a tree object of lines {@code MODE TYPE ID<TAB>NAME} and returns its id. */
    String tree(String lines) throws IOException {
        return gitWith(lines, "mktree");
    }

    String git(String... arguments) throws IOException {
        return gitWith("", arguments);
    }

    private String gitWith(String input, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                "git",
                "-c",
                "user.name=Test",
                "-c",
                "user.email=test@example.org",
                "-c",
                "commit.gpgsign=false",
                "-c",
                "protocol.file.allow=always",
                "-c",
                "core.autocrlf=false",
                "-c",
                "maintenance.auto=false"));
        command.addAll(List.of(arguments));
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
        builder.environment().keySet().removeIf(name -> name.startsWith("GIT_"));
        builder.environment().put("GIT_CONFIG_NOSYSTEM", "1");
        builder.environment().put("GIT_CONFIG_GLOBAL", "/dev/null");
        builder.environment().put("GIT_COMMITTER_DATE", "2026-11-20T23:30:00-0500");
        Process process = builder.start();
        try (OutputStream in = process.getOutputStream()) {
            in.write(input.getBytes(StandardCharsets.UTF_8));
        }
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        try {
            assertThat(process.waitFor()).as("%s: %s", command, out).isZero();
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
        return out.strip();
    }
}
