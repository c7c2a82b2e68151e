package dev.sluice.contract.provider;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How a provider is started ({@code PROTOCOL.md}, "Starting a provider").
 *
 * @param command the program and its arguments
 * @param environment variables beside those of this process
 * @param folder the working folder, where it is not this process's own
 * @param address where it listens, for a provider that does not print {@code listening on}; it is ready when it answers there
 * @param readyWithin how long it may take until it is ready
 */
public record ProviderCommand(
        List<String> command,
        Map<String, String> environment,
        Optional<Path> folder,
        Optional<URI> address,
        Duration readyWithin) {

    public ProviderCommand {
        command = List.copyOf(command);
        environment = Collections.unmodifiableMap(new LinkedHashMap<>(environment));
        if (command.isEmpty()) {
            throw new IllegalArgumentException("a provider needs a command");
        }
    }

    /** The command on any free loopback port, with downstream calls to any loopback port allowed, ready within 10 seconds. */
    public static ProviderCommand of(String... command) {
        Map<String, String> environment = new LinkedHashMap<>();
        environment.put("SLUICE_LISTEN", "127.0.0.1:0");
        environment.put("SLUICE_DOWNSTREAM_ALLOW", "127.0.0.1:*");
        return new ProviderCommand(
                List.of(command), environment, Optional.empty(), Optional.empty(), Duration.ofSeconds(10));
    }

    /** The same with one variable set. */
    public ProviderCommand with(String variable, String value) {
        Map<String, String> copy = new LinkedHashMap<>(environment);
        copy.put(variable, value);
        return new ProviderCommand(command, copy, folder, address, readyWithin);
    }

    /** The same with the limits of the first policy. */
    public ProviderCommand withLimits(int concurrencyLimit, int queueLimit) {
        return with("SLUICE_CONCURRENCY_LIMIT", Integer.toString(concurrencyLimit))
                .with("SLUICE_QUEUE_LIMIT", Integer.toString(queueLimit));
    }

    /** The same in another working folder. */
    public ProviderCommand in(Path other) {
        return new ProviderCommand(command, environment, Optional.of(other), address, readyWithin);
    }

    /** The same for a provider that listens at a fixed address and does not say so. */
    public ProviderCommand at(URI fixed) {
        return new ProviderCommand(command, environment, folder, Optional.of(fixed), readyWithin);
    }

    /** The same with another limit for its start. */
    public ProviderCommand readyWithin(Duration limit) {
        return new ProviderCommand(command, environment, folder, address, limit);
    }
}
