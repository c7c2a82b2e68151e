package dev.sluice.schema.source.git;

import dev.sluice.schema.source.SourceUnavailableException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * The git command in a folder. It runs without a shell and so that the configuration of a repository, which may be
 * anybody's, cannot make it run another program, use the network or write: only plumbing is called, and what plumbing
 * would start (a file system monitor, hooks, transports for objects of a partial clone) is switched off here.
 */
final class GitCommand {
    private static final int PATIENCE_IN_SECONDS = 120;

    /** Stronger than the configuration of the repository. */
    private static final List<String> OPTIONS = List.of(
            "--no-pager",
            "-c",
            "core.fsmonitor=false",
            "-c",
            "core.untrackedCache=false",
            "-c",
            "core.hooksPath=/dev/null",
            "-c",
            "core.checkStat=default",
            "-c",
            "core.trustctime=true",
            "-c",
            "core.quotePath=false");

    /** What the environment says about git as such; the rest says which repository, and we say that ourselves. */
    private static final Set<String> KEPT_VARIABLES =
            Set.of("GIT_EXEC_PATH", "GIT_CEILING_DIRECTORIES", "GIT_DISCOVERY_ACROSS_FILESYSTEM");

    /** Where a server keeps the objects of a push while its hooks decide on it. */
    private static final Set<String> QUARANTINE_VARIABLES =
            Set.of("GIT_QUARANTINE_PATH", "GIT_OBJECT_DIRECTORY", "GIT_ALTERNATE_OBJECT_DIRECTORIES");

    private final Path folder;
    private final String executable;

    GitCommand(Path folder, String executable) {
        this.folder = folder;
        this.executable = executable;
    }

    Path folder() {
        return folder;
    }

    /**
     * Runs a command to its end.
     *
     * @param input what it reads
     * @throws SourceUnavailableException if git is not there
     */
    Output run(byte[] input, String... arguments) throws IOException {
        Process process = start(arguments);
        CompletableFuture.delayedExecutor(PATIENCE_IN_SECONDS, TimeUnit.SECONDS).execute(process::destroyForcibly);
        ErrorText errors = ErrorText.of(process);
        try {
            Thread writer = PipeWriter.writeAndClose(process.getOutputStream(), input);
            byte[] out = process.getInputStream().readAllBytes();
            writer.join();
            return new Output(process.waitFor(), out, errors.text());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while waiting for git", e);
        } finally {
            process.destroyForcibly();
        }
    }

    /** Runs a command that reads nothing. */
    Output run(String... arguments) throws IOException {
        return run(new byte[0], arguments);
    }

    Process start(String... arguments) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(executable);
        command.addAll(OPTIONS);
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
        setEnvironment(builder.environment());
        try {
            return builder.start();
        } catch (IOException e) {
            if (!Files.isDirectory(folder)) {
                throw new SourceUnavailableException("there is no folder " + folder);
            }
            throw new SourceUnavailableException(
                    "git is not installed, or not on the PATH: its command '" + executable + "' does not start");
        }
    }

    private static void setEnvironment(Map<String, String> environment) {
        boolean quarantine = environment.containsKey("GIT_QUARANTINE_PATH");
        for (String name : List.copyOf(environment.keySet())) {
            if (isAboutARepository(name, quarantine)) {
                environment.remove(name);
            }
        }
        environment.put("LC_ALL", "C");
        environment.remove("LANGUAGE");
        environment.put("GIT_TERMINAL_PROMPT", "0");
        environment.put("GIT_OPTIONAL_LOCKS", "0");
        environment.put("GIT_NO_LAZY_FETCH", "1");
        environment.put("GIT_ALLOW_PROTOCOL", "none");
        environment.put("GIT_NO_REPLACE_OBJECTS", "1");
    }

    private static boolean isAboutARepository(String variable, boolean quarantine) {
        if (!variable.startsWith("GIT_") || KEPT_VARIABLES.contains(variable)) {
            return false;
        }
        if (variable.startsWith("GIT_CONFIG_")) {
            return false;
        }
        return !(quarantine && QUARANTINE_VARIABLES.contains(variable));
    }

    /**
     * What a command left.
     *
     * @param exit its exit status, 0 for success
     * @param error the beginning of what it wrote to its error output
     */
    record Output(int exit, byte[] out, String error) {
        boolean succeeded() {
            return exit == 0;
        }

        String text() {
            return new String(out, StandardCharsets.UTF_8);
        }

        /** The parts of the output that end with NUL. */
        List<String> nulTerminated() {
            List<String> parts = new ArrayList<>();
            int start = 0;
            for (int i = 0; i < out.length; i++) {
                if (out[i] == 0) {
                    parts.add(new String(out, start, i - start, StandardCharsets.UTF_8));
                    start = i + 1;
                }
            }
            return parts;
        }
    }
}
