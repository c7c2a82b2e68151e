package dev.sluice.contract.verification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.sluice.contract.provider.ProviderProcess;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each reference producer against each reference worker, all processes of their own. */
class ProducerTest {
    private static final int ITEMS = 200;
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @TempDir
    private Path folder;

    static Stream<Arguments> pairs() {
        List<Peer> peers = Peer.all(Path.of(System.getProperty("sluice.root")));
        return peers.stream().flatMap(worker -> peers.stream().map(producer -> Arguments.of(producer, worker)));
    }

    private static Path requireBuilt(Peer producer, Peer worker) {
        Path program = producer.producer();
        boolean built = worker.isBuilt() && producer.isBuilt();
        if (!built) {
            assertThat(System.getenv("CI"))
                    .as("with CI=true both must be there")
                    .isNotEqualTo("true");
        }
        assumeTrue(built, "skipped: " + program + " or the " + worker.name() + " worker is missing");
        return program;
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void whatIsReportedAsAcceptedIsWhatWasAcceptedUnderOverload(Peer producer, Peer worker) throws Exception {
        Path program = requireBuilt(producer, worker);
        try (ProviderProcess provider = ProviderProcess.start(worker.command())) {
            URI base = provider.provider().base();

            List<String> settled = produce(program, base, "--concurrency=64");

            assertThat(settled).hasSize(ITEMS);
            assertThat(accepted(base))
                    .isEqualTo(settled.stream()
                            .filter(line -> line.contains("\"outcome\":\"accepted\""))
                            .count());
        }
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void leasesAndTheCapacityDocumentKeepAProducerWithinWhatThereIs(Peer producer, Peer worker) throws Exception {
        Path program = requireBuilt(producer, worker);
        try (ProviderProcess provider = ProviderProcess.start(worker.command())) {
            URI base = provider.provider().base();
            turnLeasesOn(base);

            List<String> settled = produce(program, base, "--concurrency=16", "--lease=required", "--capacity=follow");

            assertThat(settled)
                    .hasSize(ITEMS)
                    .allSatisfy(line -> assertThat(line).contains("\"outcome\":\"accepted\""));
            assertThat(accepted(base)).isEqualTo(ITEMS);
        }
    }

    /** Runs a producer to its end and returns what it printed. */
    private List<String> produce(Path program, URI base, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                program.toAbsolutePath().toString(),
                "--provider=" + base,
                "--items=" + ITEMS,
                "--deadline-ms=60000",
                "--seed=20261126"));
        command.addAll(List.of(arguments));
        Path printed = folder.resolve("settled");
        Path logged = folder.resolve("log");
        Process process = new ProcessBuilder(command)
                .redirectOutput(printed.toFile())
                .redirectError(logged.toFile())
                .start();
        try {
            assertThat(process.waitFor(120, TimeUnit.SECONDS)).as("ended").isTrue();
            assertThat(process.exitValue()).as(Files.readString(logged)).isZero();
            return Files.readAllLines(printed);
        } finally {
            process.destroyForcibly();
        }
    }

    private static void turnLeasesOn(URI base) throws IOException, InterruptedException {
        URI policy = base.resolve("/v1/policy");
        String changed = get(policy).replaceFirst("\"leases\":\\s*false", "\"leases\":true");
        HttpRequest request = HttpRequest.newBuilder(policy)
                .header("Content-Type", "application/json")
                .PUT(HttpRequest.BodyPublishers.ofString(changed))
                .build();
        HttpResponse<String> response = CLIENT.send(request, HttpResponse.BodyHandlers.ofString());
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
    }

    /** How many items the provider has accepted, by its own account. */
    private static long accepted(URI base) throws IOException, InterruptedException {
        String line = "backpressure_admission_requests_total{outcome=\"accepted\",error_type=\"\"} ";
        return get(base.resolve("/metrics"))
                .lines()
                .filter(text -> text.startsWith(line))
                .mapToLong(text -> Long.parseLong(text.substring(line.length())))
                .sum();
    }

    private static String get(URI uri) throws IOException, InterruptedException {
        HttpResponse<String> response =
                CLIENT.send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString());
        assertThat(response.statusCode()).isEqualTo(200);
        return response.body();
    }
}
