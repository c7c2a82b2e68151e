package dev.sluice.contract.client;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * How a client under test is started ({@code PROTOCOL.md}, "Starting a client").
 *
 * @param command the program and its own arguments; those of the contract follow
 * @param folder the working folder, where it is not this process's own
 */
public record ClientCommand(List<String> command, Optional<Path> folder) {
    public ClientCommand {
        command = List.copyOf(command);
        if (command.isEmpty()) {
            throw new IllegalArgumentException("a client needs a command");
        }
    }

    /** The command in this process's folder. */
    public static ClientCommand of(String... command) {
        return new ClientCommand(List.of(command), Optional.empty());
    }

    @Override
    public String toString() {
        return String.join(" ", command);
    }
}
