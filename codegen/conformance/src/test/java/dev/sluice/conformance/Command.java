package dev.sluice.conformance;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A program that is run to its end. */
final class Command {
    private Command() {}

    /**
     * What ran.
     *
     * @param status the exit status
     * @param output what it wrote, errors included
     */
    record Outcome(int status, String output) {}

    /** Runs a program in a folder for at most some minutes; one that cannot be started or does not end is a failure too. */
    static Outcome run(Path folder, int minutes, List<String> command) throws IOException, InterruptedException {
        File output = Files.createTempFile(folder, "command", ".log").toFile();
        Process process;
        try {
            process = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(output)
                    .start();
        } catch (IOException e) {
            return new Outcome(127, String.valueOf(e.getMessage()));
        }
        if (!process.waitFor(minutes, TimeUnit.MINUTES)) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly().waitFor();
            return new Outcome(124, String.join(" ", command) + " did not end in " + minutes + " minutes");
        }
        return new Outcome(process.exitValue(), Files.readString(output.toPath(), StandardCharsets.UTF_8));
    }

    /** Runs a program that prepares something. */
    static void prepare(Path folder, String... command) throws IOException, InterruptedException {
        Outcome outcome = run(folder, 5, List.of(command));
        if (outcome.status() != 0) {
            throw new IOException(command[0] + " failed: " + outcome.output().strip());
        }
    }
}
