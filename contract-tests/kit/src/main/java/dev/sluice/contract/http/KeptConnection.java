package dev.sluice.contract.http;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.net.Socket;
import org.jspecify.annotations.Nullable;

/** One connection that carries requests one after another; none is ever sent twice. After a failure the next request opens another. */
public final class KeptConnection implements AutoCloseable {
    private final OnceClient client;
    private @Nullable Socket socket;
    private @Nullable MessageReader reader;

    /** A connection to the server of a client, not open yet. */
    public KeptConnection(OnceClient client) {
        this.client = client;
    }

    /** Sends one request and waits for its reply. */
    public Exchange send(HttpRequest request) {
        Socket open = socket;
        MessageReader in = reader;
        if (open == null || in == null) {
            try {
                open = client.connect();
                open.setSoTimeout(client.timeoutMillis());
                in = new MessageReader(new BufferedInputStream(open.getInputStream()));
                socket = open;
                reader = in;
            } catch (IOException noConnection) {
                return new Exchange.NotSent("no connection: " + noConnection.getMessage());
            }
        }
        try {
            open.getOutputStream().write(request.toBytes(client.authority(), true));
            HttpReply reply = in.reply(request.method());
            if (reply.headers().hasToken("Connection", "close")) {
                close();
            }
            return new Exchange.Answered(reply);
        } catch (IOException broken) {
            close();
            return new Exchange.Unanswered(String.valueOf(broken.getMessage()));
        }
    }

    @Override
    public void close() {
        Socket open = socket;
        socket = null;
        reader = null;
        if (open != null) {
            try {
                open.close();
            } catch (IOException alreadyClosed) {
                // Nothing is left to release.
                return;
            }
        }
    }
}
