package dev.sluice.maven;

import dev.sluice.contract.provider.CommandWords;
import dev.sluice.contract.provider.Provider;
import dev.sluice.contract.provider.ProviderCommand;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * How a build starts a program under test. Where its command, environment or address has a {@code {port}}, that becomes a free port,
 * the same one everywhere.
 *
 * @param command program and arguments in one line
 * @param environment further variables
 * @param folder where it runs; a program that is named by a path is looked up from here
 * @param address where it listens, for one that does not say so itself
 * @param readyWithin how long it may take until it is ready
 */
record ProviderStart(
        String command, Map<String, String> environment, Path folder, Optional<String> address, Duration readyWithin) {
    private static final String PORT = "{port}";

    /**
     * The command, with a port of its own if it wants one.
     *
     * @throws IllegalArgumentException if the command or the address is none
     * @throws IOException if there is no free port
     */
    ProviderCommand providerCommand() throws IOException {
        UnaryOperator<String> filled = wantsPort() ? withPort(freePort()) : UnaryOperator.identity();
        List<String> words = words(filled.apply(command), folder);
        ProviderCommand start =
                ProviderCommand.of(words.toArray(String[]::new)).in(folder).readyWithin(readyWithin);
        for (Map.Entry<String, String> variable : environment.entrySet()) {
            start = start.with(variable.getKey(), filled.apply(variable.getValue()));
        }
        return address.isEmpty()
                ? start
                : start.at(Provider.at(filled.apply(address.get())).base());
    }

    /**
     * The words of a command, the program as an absolute path where it is a file below the folder.
     *
     * @throws IllegalArgumentException if the command is none
     */
    static List<String> words(String command, Path folder) {
        List<String> words = new ArrayList<>();
        try {
            words.addAll(CommandWords.of(command));
        } catch (IllegalArgumentException wrong) {
            throw new IllegalArgumentException("the command \"" + command + "\" " + wrong.getMessage());
        }
        String program = words.get(0);
        boolean isPath = program.contains("/") || program.contains("\\");
        if (isPath && Files.exists(folder.resolve(program))) {
            words.set(0, folder.resolve(program).toAbsolutePath().normalize().toString());
        }
        return words;
    }

    private boolean wantsPort() {
        return command.contains(PORT)
                || address.orElse("").contains(PORT)
                || environment.values().stream().anyMatch(value -> value.contains(PORT));
    }

    private static UnaryOperator<String> withPort(int port) {
        return text -> text.replace(PORT, Integer.toString(port));
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            return socket.getLocalPort();
        }
    }
}
