package dev.sluice.contract.sink;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.contract.http.Exchange;
import dev.sluice.contract.http.Headers;
import dev.sluice.contract.http.HttpRequest;
import dev.sluice.contract.http.OnceClient;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
final class SinkTest {
    private final Sink sink = Sink.start(0);
    private final OnceClient client = new OnceClient(sink.uri(), Duration.ofSeconds(10));

    @AfterEach
    void close() {
        sink.close();
    }

    @Test
    void anOpenSinkAnswersAtOnceAndRecordsTheCall() {
        assertThat(client.send(call("a")).summary()).isEqualTo("200");
        assertThat(sink.log().begun()).containsExactly("a");
        assertThat(sink.log().events().get(0).headers().first("sluice-work-id")).contains("a");
        assertThat(sink.log().mostAtOnce()).isEqualTo(1);
    }

    @Test
    void aShutSinkHoldsCallsUntilItOpens() throws Exception {
        sink.shut();
        CompletableFuture<List<Exchange>> replies =
                CompletableFuture.supplyAsync(() -> client.sendTogether(List.of(call("a"), call("b"), call("c"))));
        eventually(() -> sink.holding() == 3);
        assertThat(replies).isNotDone();
        sink.open();
        assertThat(replies.get()).extracting(Exchange::summary).containsExactly("200", "200", "200");
        assertThat(sink.log().mostAtOnce()).isEqualTo(3);
        assertThat(sink.log().abandoned()).isEmpty();
    }

    @Test
    void oneHeldCallCanBeReleasedAlone() throws Exception {
        sink.shut();
        CompletableFuture<Exchange> a = CompletableFuture.supplyAsync(() -> client.send(call("a")));
        CompletableFuture<Exchange> b = CompletableFuture.supplyAsync(() -> client.send(call("b")));
        eventually(() -> sink.holding() == 2);
        sink.release("b");
        assertThat(b.get().summary()).isEqualTo("200");
        assertThat(a).isNotDone();
        sink.open();
        assertThat(a.get().summary()).isEqualTo("200");
    }

    @Test
    void aCallerThatGoesAwayIsSeen() throws Exception {
        sink.shut();
        try (Socket caller = new Socket("127.0.0.1", sink.uri().getPort())) {
            caller.getOutputStream()
                    .write("POST /work HTTP/1.1\r\nHost: sink\r\nSluice-Work-Id: gone\r\nContent-Length: 0\r\n\r\n"
                            .getBytes(StandardCharsets.ISO_8859_1));
            eventually(() -> sink.holding() == 1);
        }
        eventually(() -> sink.log().abandoned().contains("gone"));
        assertThat(sink.holding()).isZero();
    }

    @Test
    void callsCanBeBrokenInEachWay() {
        sink.answerWith(SinkAnswer.SERVER_ERROR);
        assertThat(client.send(call("a")).summary()).isEqualTo("500");
        sink.answerWith(SinkAnswer.RESET);
        assertThat(client.send(call("b"))).isInstanceOf(Exchange.Unanswered.class);
        sink.answerWith(SinkAnswer.HALF_A_REPLY);
        assertThat(client.send(call("c")).summary()).isEqualTo("no reply: the body ended after 4 of 10 bytes");
        assertThat(sink.log().begun()).containsExactly("a", "b", "c");
    }

    private static HttpRequest call(String workId) {
        return new HttpRequest("POST", "/work", Headers.of("Sluice-Work-Id", workId), new byte[] {1, 2, 3});
    }

    private static void eventually(BooleanSupplier condition) throws InterruptedException {
        for (int i = 0; i < 2000 && !condition.getAsBoolean(); i++) {
            Thread.sleep(5);
        }
        assertThat(condition.getAsBoolean()).isTrue();
    }
}
