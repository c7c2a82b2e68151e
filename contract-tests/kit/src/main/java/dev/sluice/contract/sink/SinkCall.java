package dev.sluice.contract.sink;

import dev.sluice.contract.http.HttpRequest;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** One downstream call and the connection that waits for its reply; compared by identity. */
final class SinkCall {
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
        return new SinkEvent(kind, workId(), request.headers());
    }

    void end(SinkAnswer answer) {
        try {
            switch (answer) {
                case OK -> write("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n");
                case SERVER_ERROR -> write("HTTP/1.1 500 Internal Server Error\r\nContent-Length: 0\r\n\r\n");
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
