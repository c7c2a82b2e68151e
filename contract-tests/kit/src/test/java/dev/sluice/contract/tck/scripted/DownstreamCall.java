package dev.sluice.contract.tck.scripted;

import dev.sluice.contract.http.Headers;
import dev.sluice.contract.http.MessageReader;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** One downstream call, which can be broken off. */
final class DownstreamCall {
    private final Socket socket = new Socket();

    /** How a call ended: a status, or why there is none. */
    record End(Optional<Integer> status, String error) {}

    End make(URI target, Headers headers, byte[] payload) {
        try {
            socket.setTcpNoDelay(true);
            socket.connect(new InetSocketAddress(target.getHost(), target.getPort()));
        } catch (IOException refused) {
            abort();
            return new End(Optional.empty(), "DOWNSTREAM_UNREACHABLE");
        }
        try (socket) {
            StringBuilder head = new StringBuilder(
                    "POST " + target.getPath() + " HTTP/1.1\r\nHost: " + target.getAuthority() + "\r\n");
            headers.fields()
                    .forEach(field -> head.append(field.name())
                            .append(": ")
                            .append(field.value())
                            .append("\r\n"));
            head.append("Content-Length: ").append(payload.length).append("\r\n\r\n");
            socket.getOutputStream().write(head.toString().getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().write(payload);
            int status = new MessageReader(new BufferedInputStream(socket.getInputStream()))
                    .reply("POST")
                    .status();
            return new End(Optional.of(status), status / 100 == 2 ? "" : "DOWNSTREAM_STATUS");
        } catch (IOException broken) {
            return new End(Optional.empty(), "DOWNSTREAM_BROKEN");
        }
    }

    /** Closes the connection. */
    void abort() {
        try {
            socket.close();
        } catch (IOException alreadyClosed) {
            return;
        }
    }
}
