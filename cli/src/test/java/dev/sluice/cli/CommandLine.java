package dev.sluice.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A folder in which commands run, and what they wrote. */
final class CommandLine {
    static final String ORDER = """
            syntax = "proto3";
            package shop.v1;
            message Order {
              string id = 1;
              int32 quantity = 3;
            }
            """;
    static final String CHANGED = ORDER.replace("int32 quantity", "string quantity");

    private final Path folder;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    CommandLine(Path folder) {
        this.folder = folder;
    }

    Path write(String path, String text) throws IOException {
        Path file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }

    String at(String path) {
        return folder.resolve(path).toString();
    }

    int run(String... arguments) {
        return Sluice.run(Arrays.asList(arguments), console());
    }

    int run(Command command, String... arguments) throws IOException {
        Console console = console();
        try {
            return command.run(Arrays.asList(arguments), console);
        } catch (CommandFailure e) {
            e.lines().forEach(console.err()::println);
            return e.exitStatus();
        }
    }

    private Console console() {
        out.reset();
        err.reset();
        return new Console(
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                false);
    }

    String out() {
        return out.toString(StandardCharsets.UTF_8);
    }

    String err() {
        return err.toString(StandardCharsets.UTF_8);
    }

    /** Runs git in a folder, without the configuration of whoever runs the test. */
    static String git(Path folder, String... arguments) throws IOException, InterruptedException {
        List<String> command =
                new ArrayList<>(List.of("git", "-c", "user.name=Test", "-c", "user.email=t@example.org"));
        command.addAll(List.of("-c", "commit.gpgsign=false", "-c", "init.defaultBranch=main"));
        command.addAll(List.of(arguments));
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
        builder.environment().keySet().removeIf(name -> name.startsWith("GIT_"));
        builder.environment().put("GIT_CONFIG_NOSYSTEM", "1");
        builder.environment().put("GIT_CONFIG_GLOBAL", "/dev/null");
        Process process = builder.start();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (!process.waitFor(60, TimeUnit.SECONDS) || process.exitValue() != 0) {
            throw new AssertionError(command + ": " + text);
        }
        return text;
    }
}
