package dev.sluice.contract.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
final class OnceClientTest {
    private static final HttpRequest GET = HttpRequest.of("GET", "/");

    @Test
    void aReplyInChunksIsPutTogether() throws Exception {
        assertThat(replyTo("HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"
                        + "3;x=y\r\nabc\r\n2\r\nde\r\n0\r\nTrailer: t\r\n\r\n"))
                .isInstanceOfSatisfying(
                        Exchange.Answered.class,
                        answered ->
                                assertThat(answered.reply().body()).asString().isEqualTo("abcde"));
    }

    @Test
    void aReplyWithoutLengthLastsUntilTheEndOfTheConnection() throws Exception {
        assertThat(replyTo("HTTP/1.0 200 OK\r\n\r\nall of it").answer())
                .hasValueSatisfying(reply -> assertThat(reply.body()).asString().isEqualTo("all of it"));
    }

    @Test
    void aConnectionThatEndsWithoutAReplyIsNotSentAgain() throws Exception {
        AtomicInteger connections = new AtomicInteger();
        assertThat(exchange("", connections)).isInstanceOf(Exchange.Unanswered.class);
        assertThat(connections).hasValue(1);
    }

    @Test
    void whatIsNoHttpIsNoReply() throws Exception {
        assertThat(replyTo("SSH-2.0-x\r\n").summary()).contains("no HTTP/1.1 status line");
        assertThat(replyTo("HTTP/1.1 200 OK\r\nContent-Length: -1\r\n\r\n").summary())
                .contains("bad length");
        assertThat(replyTo("HTTP/1.1 200 OK\r\nContent-Length: 99999999\r\n\r\n")
                        .summary())
                .contains("a body above");
        assertThat(replyTo("HTTP/1.1 200 OK\r\nX: " + "y".repeat(70_000)).summary())
                .contains("a head above");
    }

    @Test
    void aServerThatStaysSilentIsGivenUp() throws Exception {
        try (ServerSocket silent = new ServerSocket(0, 10, InetAddress.getByName("127.0.0.1"))) {
            OnceClient client = new OnceClient(base(silent), Duration.ofMillis(200));
            assertThat(client.send(GET).summary()).isEqualTo("no reply: none within 200 ms");
        }
    }

    @Test
    void whereNobodyListensNothingIsSent() throws Exception {
        URI nobody;
        try (ServerSocket server = new ServerSocket(0, 10, InetAddress.getByName("127.0.0.1"))) {
            nobody = base(server);
        }
        assertThat(new OnceClient(nobody, Duration.ofSeconds(5)).send(GET)).isInstanceOf(Exchange.NotSent.class);
    }

    private static Exchange replyTo(String bytes) throws IOException {
        return exchange(bytes, new AtomicInteger());
    }

    private static Exchange exchange(String bytes, AtomicInteger connections) throws IOException {
        try (ServerSocket server = new ServerSocket(0, 10, InetAddress.getByName("127.0.0.1"))) {
            Thread thread = new Thread(() -> serve(server, bytes, connections));
            thread.setDaemon(true);
            thread.start();
            return new OnceClient(base(server), Duration.ofSeconds(5)).send(GET);
        }
    }

    private static void serve(ServerSocket server, String bytes, AtomicInteger connections) {
        try {
            while (true) {
                try (Socket socket = server.accept()) {
                    connections.incrementAndGet();
                    new MessageReader(socket.getInputStream()).request();
                    socket.getOutputStream().write(bytes.getBytes(StandardCharsets.ISO_8859_1));
                }
            }
        } catch (IOException closed) {
            return;
        }
    }

    private static URI base(ServerSocket server) {
        return URI.create("http://127.0.0.1:" + server.getLocalPort());
    }
}
