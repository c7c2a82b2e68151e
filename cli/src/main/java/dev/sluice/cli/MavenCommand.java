package dev.sluice.cli;

import dev.sluice.schema.source.SourceUnavailableException;
import java.io.IOException;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** The {@code mvn} command, without a shell. */
final class MavenCommand {
    private static final int PATIENCE_IN_SECONDS = 600;
    private static final String ERROR = "[ERROR] ";

    private final List<String> command;

    /** @param command the program, and arguments that come before those of a run */
    MavenCommand(List<String> command) {
        this.command = List.copyOf(command);
    }

    /** The program on the PATH. */
    static MavenCommand onPath() {
        boolean windows = System.getProperty("os.name").startsWith("Windows");
        return new MavenCommand(List.of(windows ? "mvn.cmd" : "mvn"));
    }

    /**
     * Runs Maven to its end.
     *
     * @throws SourceUnavailableException if it is not installed or does not succeed
     */
    void run(List<String> arguments) throws IOException {
        List<String> whole = new ArrayList<>(command);
        whole.add("--batch-mode");
        whole.add("--no-transfer-progress");
        whole.addAll(arguments);
        Process process;
        try {
            process = new ProcessBuilder(whole).redirectErrorStream(true).start();
        } catch (IOException e) {
            throw new SourceUnavailableException(
                    "Maven is not installed, or not on the PATH: its command '" + command.get(0) + "' does not start");
        }
        CompletableFuture.delayedExecutor(PATIENCE_IN_SECONDS, TimeUnit.SECONDS).execute(() -> end(process));
        try {
            process.getOutputStream().close();
            String output = new String(process.getInputStream().readAllBytes(), Charset.defaultCharset());
            if (process.waitFor() != 0) {
                throw new SourceUnavailableException("Maven says: " + reason(output));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while waiting for Maven", e);
        } finally {
            end(process);
        }
    }

    private static void end(Process process) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }

    /** The first error, without what Maven adds to each: the goal, and where to read more. */
    private static String reason(String output) {
        for (String line : output.lines().toList()) {
            if (line.startsWith(ERROR) && line.length() > ERROR.length()) {
                String error = line.substring(ERROR.length());
                int project = error.indexOf(" on project baseline: ");
                String plain = project < 0 ? error : error.substring(project + " on project baseline: ".length());
                int more = plain.indexOf(" -> [Help");
                return more < 0 ? plain : plain.substring(0, more);
            }
        }
        return output.isBlank() ? "nothing, and fails" : output.strip();
    }
}
