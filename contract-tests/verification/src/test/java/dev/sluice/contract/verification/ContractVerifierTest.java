package dev.sluice.contract.verification;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The verifier, against providers that do not keep the contract. */
class ContractVerifierTest {
    @TempDir
    private Path folder;

    @Test
    void aProviderThatAlwaysRefusesFailsAndIsAskedOnce() throws IOException {
        AtomicInteger submissions = new AtomicInteger();
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
        server.createContext("/v1/work", exchange -> {
            submissions.incrementAndGet();
            exchange.getResponseHeaders().add("Retry-After", "1");
            exchange.sendResponseHeaders(503, -1);
            exchange.close();
        });
        server.createContext("/states", exchange -> {
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        server.start();
        try {
            URI base = URI.create("http://127.0.0.1:" + server.getAddress().getPort());

            List<ContractVerifier.Verdict> verdicts =
                    new ContractVerifier(base, base.resolve("/states")).verify(SubmissionContract.write(folder));

            assertThat(verdicts).hasSize(2).noneMatch(ContractVerifier.Verdict::holds);
            assertThat(verdicts.get(0).failure()).contains("503");
            assertThat(submissions).as("requests sent").hasValue(2);
        } finally {
            server.stop(0);
        }
    }
}
