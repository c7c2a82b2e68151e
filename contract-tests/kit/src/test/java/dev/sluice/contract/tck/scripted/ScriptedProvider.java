package dev.sluice.contract.tck.scripted;

import dev.sluice.contract.http.HttpReply;
import dev.sluice.contract.http.HttpRequest;
import dev.sluice.contract.http.MessageReader;
import dev.sluice.contract.provider.Provider;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** The scripted provider on a free loopback port: one request on each connection, a thread for each. */
public final class ScriptedProvider implements AutoCloseable {
    private final ServerSocket server;
    private final WorkPool pool;
    private final ScriptedApi api;

    private ScriptedProvider(ServerSocket server, WorkPool pool, ScriptedApi api) {
        this.server = server;
        this.pool = pool;
        this.api = api;
    }

    /** A provider with W and Q that is wrong in one way. */
    public static ScriptedProvider start(int concurrency, int queued, Fault fault) {
        try {
            ServerSocket server = new ServerSocket();
            server.bind(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 1024);
            WorkPool pool = new WorkPool(concurrency, queued, fault);
            ScriptedProvider provider =
                    new ScriptedProvider(server, pool, new ScriptedApi(concurrency, queued, pool, fault));
            thread(provider::accept);
            return provider;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Where it listens. */
    public Provider provider() {
        return new Provider(URI.create("http://127.0.0.1:" + server.getLocalPort()));
    }

    @Override
    public void close() {
        pool.close();
        try {
            server.close();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private void accept() {
        try {
            while (true) {
                Socket socket = server.accept();
                thread(() -> serve(socket));
            }
        } catch (IOException closed) {
            return;
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            Optional<HttpRequest> request =
                    new MessageReader(new BufferedInputStream(socket.getInputStream())).request();
            if (request.isPresent()) {
                socket.getOutputStream().write(bytes(api.answer(request.get())));
            }
        } catch (IOException clientHasGone) {
            return;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static byte[] bytes(HttpReply reply) {
        StringBuilder head = new StringBuilder("HTTP/1.1 " + reply.status() + " Reply\r\nConnection: close\r\n");
        reply.headers()
                .fields()
                .forEach(field -> head.append(field.name())
                        .append(": ")
                        .append(field.value())
                        .append("\r\n"));
        head.append("Content-Length: ").append(reply.body().length).append("\r\n\r\n");
        return (head + new String(reply.body(), StandardCharsets.ISO_8859_1)).getBytes(StandardCharsets.ISO_8859_1);
    }

    private static void thread(Runnable task) {
        Thread thread = new Thread(task, "scripted-provider");
        thread.setDaemon(true);
        thread.start();
    }
}
