package dev.sluice.contract.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.contract.http.Headers;
import dev.sluice.contract.http.HttpReply;
import dev.sluice.contract.http.LoopbackServer;
import dev.sluice.contract.provider.Provider;
import dev.sluice.contract.provider.ProviderCommand;
import dev.sluice.contract.provider.ProviderStartException;
import dev.sluice.contract.tck.scripted.DyingMain;
import dev.sluice.contract.tck.stage.Profile;
import dev.sluice.contract.tck.stage.Verdict.Outcome;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Whatever a provider is, the kit ends with a verdict and its reason, in bounded time, and leaves no process. */
@Timeout(120)
final class BadProviderTest {
    private static final Profile IMPATIENT = Profile.quick().waitingAtMost(Duration.ofSeconds(1));

    @Test
    void aProviderThatSpeaksAnotherProtocol() throws IOException {
        Report report = against("SSH-2.0-OpenSSH_9.6\r\n".getBytes(StandardCharsets.US_ASCII), false);
        assertOpen(report, "no HTTP/1.1 status line: SSH-2.0-OpenSSH_9.6");
    }

    @Test
    void aProviderThatAnswersGarbage() throws IOException {
        byte[] garbage = new byte[4096];
        for (int i = 0; i < garbage.length; i++) {
            garbage[i] = (byte) (i * 31 + 128);
        }
        assertOpen(against(garbage, false), "GET /v1/policy: no reply");
    }

    @Test
    void aProviderThatHangsIsGivenUpAfterTheFirstRule() throws IOException {
        Report report = against(new byte[0], true);
        assertOpen(report, "no reply: none within 1000 ms");
        assertThat(report.results().get(5).verdict().reason())
                .startsWith("the provider no longer answers: GET /v1/policy");
    }

    @Test
    void aProviderWhoseJsonIsNone() {
        assertOpen(answering("<html>"), "GET /v1/policy gave no JSON object");
    }

    @Test
    void aProviderWhoseLimitsAreAbsurd() {
        String policy = "{\"concurrencyLimit\":1000000,\"queueLimit\":5}";
        assertOpen(answering(policy), "W = 1000000 and Q = 5: the kit needs W >= 1");
    }

    @Test
    void aProviderThatIsSlowerThanTheRunMayLast() {
        try (LoopbackServer server = LoopbackServer.start(0, (request, caller) -> {
            Thread.sleep(100);
            return Optional.of(HttpReply.json(200, "application/json", Headers.NONE, "{}"));
        })) {
            Report report = Tck.run(
                    new Provider(server.uri()),
                    RuleFilter.all(),
                    IMPATIENT.endingWithin(Duration.ofMillis(300)),
                    1,
                    RunListener.SILENT);
            assertThat(report.results().get(20).verdict().reason()).startsWith("the run has reached its limit of 0 s");
        }
    }

    @Test
    void aProviderThatDiesMidwayLeavesTheReasonAndNoProcess() {
        Report report = Tck.run(
                dying("dies"),
                RuleFilter.only("1", "2"),
                IMPATIENT.waitingAtMost(Duration.ofSeconds(5)),
                1,
                RunListener.SILENT);
        assertThat(report.conforms()).isFalse();
        assertThat(report.results().get(0).verdict().outcome()).isEqualTo(Outcome.INCONCLUSIVE);
        assertThat(report.results().get(3).verdict().reason()).isEqualTo("the provider ended with status 3 (rule 1.1)");
        assertNoChildren();
    }

    @Test
    void aProviderThatFloodsItsOutputIsJudgedAllTheSame() {
        Report report = Tck.run(dying("floods"), RuleFilter.only("1.1"), Profile.quick(), 1, RunListener.SILENT);
        assertThat(report.with(Outcome.PASS)).as(TextReport.write(report)).hasSize(1);
        assertNoChildren();
    }

    @Test
    void aProviderThatDoesNotStartIsReportedWithItsOutput() {
        assertThatThrownBy(() -> Tck.run(dying("fails"), RuleFilter.all(), IMPATIENT, 1, RunListener.SILENT))
                .isInstanceOf(ProviderStartException.class)
                .hasMessageContaining("ended with status 2 before it was ready")
                .hasMessageContaining("SLUICE_QUEUE_LIMIT: not a number");
        assertNoChildren();
    }

    private static void assertOpen(Report report, String reason) {
        assertThat(report.conforms()).isFalse();
        assertThat(report.with(Outcome.INCONCLUSIVE)).hasSameSizeAs(Tck.rules(RuleFilter.all()));
        assertThat(report.results().get(0).verdict().reason()).contains(reason);
    }

    private static void assertNoChildren() {
        assertThat(ProcessHandle.current().children().filter(ProcessHandle::isAlive))
                .isEmpty();
    }

    private static Report answering(String body) {
        try (LoopbackServer server = LoopbackServer.start(
                0, (request, caller) -> Optional.of(HttpReply.json(200, "application/json", Headers.NONE, body)))) {
            return Tck.run(new Provider(server.uri()), RuleFilter.all(), IMPATIENT, 1, RunListener.SILENT);
        }
    }

    /** Answers every connection with the bytes, and closes it or leaves it open. */
    private static Report against(byte[] bytes, boolean stayOpen) throws IOException {
        try (ServerSocket server = new ServerSocket(0, 50, InetAddress.getByName("127.0.0.1"))) {
            Thread thread = new Thread(() -> serve(server, bytes, stayOpen));
            thread.setDaemon(true);
            thread.start();
            Provider provider = new Provider(URI.create("http://127.0.0.1:" + server.getLocalPort()));
            return Tck.run(provider, RuleFilter.all(), IMPATIENT, 1, RunListener.SILENT);
        }
    }

    @SuppressWarnings("resource")
    private static void serve(ServerSocket server, byte[] bytes, boolean stayOpen) {
        while (!server.isClosed()) {
            try {
                Socket socket = server.accept();
                OutputStream out = socket.getOutputStream();
                out.write(bytes);
                out.flush();
                if (!stayOpen) {
                    socket.close();
                }
            } catch (IOException clientOrServerGone) {
                continue;
            }
        }
    }

    private static ProviderCommand dying(String how) {
        return ProviderCommand.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        DyingMain.class.getName(),
                        how)
                .withLimits(2, 4)
                .readyWithin(Duration.ofSeconds(30));
    }
}
