package dev.sluice.contract.pact.verify;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PactVerifyMainTest {
    private static final String PACT = """
            {"consumer": {"name": "reader"}, "provider": {"name": "shop"},
             "interactions": [{"type": "Synchronous/HTTP", "description": "an order",
               "request": {"method": "GET", "path": "/orders/1"}, "response": {"status": %d}}],
             "metadata": {"pactSpecification": {"version": "4.0"}}}
            """;

    @TempDir
    private Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Test
    void whatIsKeptAndWhatIsNotHasItsLineAndStatus() throws IOException {
        HttpServer shop = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        shop.createContext("/", exchange -> {
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        });
        shop.start();
        try {
            String url = "http://127.0.0.1:" + shop.getAddress().getPort();
            String pact = pact(PACT.formatted(204));
            assertThat(run("--provider", "shop", "--url", url, pact)).isZero();
            assertThat(text(out)).isEqualTo("PASS reader: an order\n1 of 1 interactions are kept\n");

            out.reset();
            assertThat(run("--provider", "shop", "--url", url, pact(PACT.formatted(200))))
                    .isOne();
            assertThat(text(out))
                    .startsWith("FAIL reader: an order\n  ")
                    .contains("204")
                    .endsWith("0 of 1 interactions are kept\n");
        } finally {
            shop.stop(0);
        }
    }

    @Test
    void aCorruptFileIsNamedBeforeAProviderIsStarted() throws IOException {
        String pact = pact("{\"consumer\":");
        assertThat(run("--provider", "shop", "--command", "no-such-program", pact))
                .isEqualTo(2);
        assertThat(text(err)).startsWith("sluice pact verify: ").contains(pact);
    }

    @Test
    void aProviderThatDoesNotStartIsNoVerdict() throws IOException {
        assertThat(run("--provider", "shop", "--command", "no-such-program", pact(PACT.formatted(200))))
                .isEqualTo(2);
        assertThat(text(err)).startsWith("sluice pact verify: ").contains("no-such-program");
    }

    @Test
    void wrongUsageSaysWhatIsWrong() {
        assertThat(run()).isEqualTo(2);
        assertThat(run("--provider", "shop", "p.json")).isEqualTo(2);
        assertThat(run("--provider", "shop", "--url", "shop", "p.json")).isEqualTo(2);
        assertThat(run("--provider", "shop", "--url", "http://127.0.0.1:1")).isEqualTo(2);
        assertThat(run("--provider", "shop", "--provider", "shop")).isEqualTo(2);
        assertThat(run("--provider")).isEqualTo(2);
        assertThat(run("--broker", "x")).isEqualTo(2);
        assertThat(text(err))
                .contains(
                        "--provider NAME is missing",
                        "either --url or --command",
                        "--url is an http or https URL, not \"shop\"",
                        "a Pact file or a folder of them is missing",
                        "--provider is given twice",
                        "--provider wants a value",
                        "unknown option --broker");
    }

    @Test
    void helpTellsOfTheExitStatus() {
        assertThat(run("--help")).isZero();
        assertThat(text(out)).startsWith("Usage: sluice pact verify").contains("Exit status:");
    }

    private String pact(String text) throws IOException {
        return Files.writeString(folder.resolve("reader-shop.json"), text).toString();
    }

    private int run(String... arguments) {
        return PactVerifyMain.run(
                List.of(arguments),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8));
    }

    private static String text(ByteArrayOutputStream bytes) {
        return bytes.toString(StandardCharsets.UTF_8).replace(System.lineSeparator(), "\n");
    }
}
