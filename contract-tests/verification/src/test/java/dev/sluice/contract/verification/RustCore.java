package dev.sluice.contract.verification;

import dev.sluice.contract.json.Json;
import dev.sluice.contract.json.JsonWriter;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Pact's Rust core, as its npm package brings it, in a process of its own. */
final class RustCore implements AutoCloseable {
    private final Path modules;
    private final Process process;
    private final OutputStream questions;
    private final BufferedReader answers;

    private RustCore(Path modules, Process process) {
        this.modules = modules;
        this.process = process;
        this.questions = process.getOutputStream();
        this.answers = process.inputReader(StandardCharsets.UTF_8);
    }

    /** Where the build installs it. */
    static Path modules() {
        return Path.of(System.getProperty("sluice.build")).resolve("pact-core");
    }

    static boolean isInstalled() {
        return Files.isDirectory(modules().resolve("node_modules/@pact-foundation/pact-core"));
    }

    static RustCore start() throws IOException {
        Process process = new ProcessBuilder("node", "src/test/node/verify.js")
                .redirectError(ProcessBuilder.Redirect.appendTo(
                        modules().resolve("stderr.log").toFile()))
                .start();
        return new RustCore(modules(), process);
    }

    /** Whether the provider keeps every interaction of a file. */
    boolean keeps(String provider, URI base, URI states, URI messages, Path file) {
        Json question = Json.object()
                .with("modules", Json.of(modules.toAbsolutePath().toString()))
                .with("provider", Json.of(provider))
                .with("base", Json.of(base.toString()))
                .with("states", Json.of(states.toString()))
                .with("messages", Json.of(messages.toString()))
                .with("file", Json.of(file.toAbsolutePath().toString()));
        try {
            questions.write((JsonWriter.write(question) + "\n").getBytes(StandardCharsets.UTF_8));
            questions.flush();
            for (String line = answers.readLine(); line != null; line = answers.readLine()) {
                if (line.startsWith("verdict ")) {
                    return line.equals("verdict kept");
                }
            }
            throw new IllegalStateException("the Rust core ended without a verdict on " + file);
        } catch (IOException e) {
            throw new UncheckedIOException("the Rust core cannot be asked", e);
        }
    }

    @Override
    public void close() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }
}
