package dev.sluice.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.sluice.contract.provider.ProviderCommand;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProviderStartTest {
    @TempDir
    private Path folder;

    private ProviderCommand command(String line, Map<String, String> environment, Optional<String> address)
            throws IOException {
        return new ProviderStart(line, environment, folder, address, Duration.ofSeconds(5)).providerCommand();
    }

    @Test
    void onePortIsPutInEverywhere() throws IOException {
        ProviderCommand command = command(
                "worker --port {port}",
                Map.of("HEALTH", "http://[::1]:{port}/"),
                Optional.of("http://127.0.0.1:{port}"));
        int port = command.address().orElseThrow().getPort();
        assertThat(port).isPositive();
        assertThat(command.command()).containsExactly("worker", "--port", Integer.toString(port));
        assertThat(command.environment())
                .containsEntry("HEALTH", "http://[::1]:" + port + "/")
                .containsEntry("SLUICE_LISTEN", "127.0.0.1:0");
        assertThat(command.readyWithin()).isEqualTo(Duration.ofSeconds(5));
        assertThat(command.folder()).contains(folder);
    }

    @Test
    void aProgramIsLookedUpFromTheFolderAndOnThePath() throws IOException {
        Path program =
                Files.createFile(Files.createDirectories(folder.resolve("a b")).resolve("worker"));
        assertThat(command("'./a b/worker' -v", Map.of(), Optional.empty()).command())
                .containsExactly(program.toString(), "-v");
        assertThat(command("worker", Map.of(), Optional.empty()).command()).containsExactly("worker");
    }

    @Test
    void whatIsNoCommandOrAddressIsSaid() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> command("'worker", Map.of(), Optional.empty()))
                .withMessage("the command \"'worker\" has a quote that does not end");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> command("worker", Map.of(), Optional.of("localhost:{port}")))
                .withMessageContaining("is no http URL; write http://HOST:PORT");
    }
}
