package dev.sluice.contract.http;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;

/** An HTTP/1.1 server on loopback: a thread for each connection, which answers one request after another. */
public final class LoopbackServer implements AutoCloseable {
    /** Answers requests. */
    @FunctionalInterface
    public interface Handler {
        /**
         * The reply; empty to close the connection without one.
         *
         * @throws InterruptedException if the server is closed meanwhile
         */
        Optional<HttpReply> answer(HttpRequest request, Caller caller) throws InterruptedException;
    }

    /** The connection that a request came on. */
    @FunctionalInterface
    public interface Caller {
        /** Whether it has closed its side; to be asked only where it sends nothing after its request. */
        boolean hasGone();
    }

    private final ServerSocket server;
    private final Handler handler;
    private final Set<Socket> connections = ConcurrentHashMap.newKeySet();
    private final ExecutorService threads = Executors.newCachedThreadPool(LoopbackServer::daemon);

    private LoopbackServer(ServerSocket server, Handler handler) {
        this.server = server;
        this.handler = handler;
    }

    /**
     * A server at a port of {@code 127.0.0.1}.
     *
     * @param port the port, 0 for any free one
     * @throws UncheckedIOException if it cannot listen there
     */
    public static LoopbackServer start(int port, Handler handler) {
        try {
            ServerSocket socket = new ServerSocket();
            socket.bind(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), port), 1024);
            LoopbackServer server = new LoopbackServer(socket, handler);
            server.threads.execute(server::accept);
            return server;
        } catch (IOException failed) {
            throw new UncheckedIOException("no server at port " + port, failed);
        }
    }

    /** Its address. */
    public URI uri() {
        return URI.create("http://127.0.0.1:" + server.getLocalPort());
    }

    /** How many connections are open. */
    public int connections() {
        return connections.size();
    }

    /** Stops listening; connections that are open stay. */
    public void stopListening() {
        closeQuietly(server);
    }

    /** Stops listening and closes every connection. */
    @Override
    public void close() {
        closeQuietly(server);
        connections.forEach(LoopbackServer::closeQuietly);
        threads.shutdownNow();
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket socket = server.accept();
                connections.add(socket);
                threads.execute(() -> serve(socket));
            } catch (IOException | RejectedExecutionException closed) {
                // A connection that failed before it was accepted brought no request; a closed server ends the loop.
                continue;
            }
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            socket.setTcpNoDelay(true);
            BufferedInputStream in = new BufferedInputStream(socket.getInputStream());
            MessageReader reader = new MessageReader(in);
            boolean more = true;
            while (more) {
                Optional<HttpRequest> request = reader.request();
                Optional<HttpReply> reply =
                        request.isEmpty() ? Optional.empty() : handler.answer(request.get(), () -> gone(socket, in));
                if (reply.isEmpty()) {
                    return;
                }
                more = !request.get().headers().hasToken("Connection", "close");
                socket.getOutputStream().write(reply.get().toBytes(more));
            }
        } catch (IOException callerHasGone) {
            // The caller broke the connection: there is nobody to answer.
            return;
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        } finally {
            connections.remove(socket);
        }
    }

    private static boolean gone(Socket socket, BufferedInputStream in) {
        try {
            socket.setSoTimeout(2);
            in.mark(1);
            int next = in.read();
            in.reset();
            return next < 0;
        } catch (SocketTimeoutException stillThere) {
            return false;
        } catch (IOException reset) {
            return true;
        }
    }

    private static void closeQuietly(AutoCloseable resource) {
        try {
            resource.close();
        } catch (Exception alreadyGone) {
            // Nothing is left to release.
            return;
        }
    }

    private static Thread daemon(Runnable task) {
        Thread thread = new Thread(task, "contract-server");
        thread.setDaemon(true);
        return thread;
    }
}
