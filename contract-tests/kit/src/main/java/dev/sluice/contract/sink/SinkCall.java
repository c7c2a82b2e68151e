package dev.sluice.contract.sink;

import dev.sluice.contract.http.HttpRequest;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;

/** One downstream call and the connection that waits for its reply; compared by identity. */
final class SinkCall {
    private static final int KEPT = 4096;

    private final Socket socket;
    private final HttpRequest request;

    SinkCall(Socket socket, HttpRequest request) {
        this.socket = socket;
        this.request = request;
    }

    String workId() {
        return request.headers().first("Sluice-Work-Id").orElse("");
    }

    SinkEvent event(SinkEvent.Kind kind) {
        return new SinkEvent(kind, workId(), request.headers(), payload());
    }

    private String payload() {
        return Base64.getEncoder().encodeToString(Arrays.copyOf(request.body(), Math.min(request.body().length, KEPT)));
    }

    void end(SinkAnswer answer) {
        try {
            switch (answer) {
                case OK -> write("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n");
                case SERVER_ERROR -> write("HTTP/1.1 500 Internal Server Error\r\nContent-Length: 0\r\n\r\n");
                case REDIRECT -> write("HTTP/1.1 302 Found\r\nLocation: /again\r\nContent-Length: 0\r\n\r\n");
                case HALF_A_REPLY -> {
                    write("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nhalf");
                    socket.close();
                }
                case RESET -> {
                    socket.setSoLinger(true, 0);
                    socket.close();
                }
            }
        } catch (IOException callerHasGone) {
            // The log keeps the order in which the sink acted; that the caller left in the same moment changes nothing.
            return;
        }
    }

    private void write(String reply) throws IOException {
        socket.getOutputStream().write(reply.getBytes(StandardCharsets.ISO_8859_1));
    }
}
