package dev.sluice.contract.client;

import dev.sluice.contract.json.Json;
import dev.sluice.contract.json.JsonReader;
import dev.sluice.contract.json.JsonSyntaxException;
import dev.sluice.contract.json.JsonWriter;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/** A client in a process of its own. However its run ends, the process and its descendants are ended too. */
public final class ClientProcess implements AutoCloseable {
    private static final int KEPT = 16 << 10;
    private static final long KILL_WAIT_SECONDS = 5;

    private final Process process;
    private final Path policy;
    private final Thread hook;
    private final StringBuilder output = new StringBuilder();
    private final Map<String, Integer> outcomes = new TreeMap<>();
    private final List<Thread> readers = new ArrayList<>();

    private ClientProcess(Process process, Path policy) {
        this.process = process;
        this.policy = policy;
        this.hook = new Thread(this::end, "contract-client-end");
    }

    /**
     * Starts a client.
     *
     * @throws IOException if it cannot be started
     */
    public static ClientProcess start(ClientCommand command, ClientTask task, URI provider) throws IOException {
        Path policy = Files.createTempFile("sluice-retry-policy", ".json");
        try {
            Files.writeString(policy, JsonWriter.write(task.retry()));
            List<String> words = new ArrayList<>(command.command());
            words.addAll(task.arguments(provider, policy));
            ProcessBuilder builder = new ProcessBuilder(words);
            command.folder().ifPresent(folder -> builder.directory(folder.toFile()));
            ClientProcess client = new ClientProcess(builder.start(), policy);
            Runtime.getRuntime().addShutdownHook(client.hook);
            client.read(client.process.getInputStream(), true);
            client.read(client.process.getErrorStream(), false);
            return client;
        } catch (IOException failed) {
            Files.deleteIfExists(policy);
            throw failed;
        }
    }

    /** Waits for its end; the exit status, empty where it still runs after the limit. */
    public OptionalInt await(Duration limit) {
        try {
            if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
                return OptionalInt.empty();
            }
            for (Thread reader : readers) {
                reader.join(limit.toMillis());
            }
            return OptionalInt.of(process.exitValue());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return OptionalInt.empty();
        }
    }

    /** Whether it has ended. */
    public boolean hasEnded() {
        return !process.isAlive();
    }

    /** How many items had each outcome, by what it wrote to standard output; lines that say nothing are under {@code unreadable}. */
    public Map<String, Integer> outcomes() {
        synchronized (outcomes) {
            return new TreeMap<>(outcomes);
        }
    }

    /** The first 16 KiB of what it wrote, but for outcomes. */
    public String output() {
        synchronized (output) {
            return output.toString().strip();
        }
    }

    /** Ends it and its descendants. */
    @Override
    public void close() {
        end();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException shuttingDown) {
            // The hook is running already and does the same.
            return;
        }
    }

    private void end() {
        List<ProcessHandle> family = process.descendants().toList();
        process.destroyForcibly();
        family.forEach(ProcessHandle::destroyForcibly);
        try {
            process.waitFor(KILL_WAIT_SECONDS, TimeUnit.SECONDS);
            Files.deleteIfExists(policy);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        } catch (IOException leftToTheSystem) {
            // A temporary file that cannot be deleted is the system's to remove.
            return;
        }
    }

    private void read(InputStream in, boolean lines) {
        Thread thread = new Thread(
                () -> {
                    try (in) {
                        drain(in, lines);
                    } catch (IOException processEnded) {
                        // The process was ended while it was being read: there is nothing more to keep.
                        return;
                    }
                },
                "contract-client-output");
        thread.setDaemon(true);
        readers.add(thread);
        thread.start();
    }

    private void drain(InputStream in, boolean lines) throws IOException {
        StringBuilder line = new StringBuilder();
        byte[] buffer = new byte[8192];
        for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
            for (int i = 0; i < n; i++) {
                if (buffer[i] == '\n') {
                    take(line.toString(), lines);
                    line.setLength(0);
                } else if (line.length() < KEPT) {
                    line.append((char) (buffer[i] & 0xff));
                }
            }
        }
        if (line.length() > 0) {
            take(line.toString(), lines);
        }
    }

    private void take(String line, boolean outcome) {
        Optional<String> said = outcome ? said(line) : Optional.empty();
        if (outcome) {
            synchronized (outcomes) {
                outcomes.merge(said.orElse("unreadable"), 1, Integer::sum);
            }
        }
        synchronized (output) {
            if (said.isEmpty() && output.length() < KEPT) {
                output.append(line).append('\n');
            }
        }
    }

    private static Optional<String> said(String line) {
        try {
            return JsonReader.read(line) instanceof Json.Obj object
                    ? object.text("outcome").filter(List.of("accepted", "refused", "gave_up", "deadline")::contains)
                    : Optional.empty();
        } catch (JsonSyntaxException noJson) {
            return Optional.empty();
        }
    }
}
