package dev.sluice.contract.http;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * An HTTP/1.1 client that sends every request once, on a connection of its own. {@code java.net.http.HttpClient} may send a request
 * again when its connection breaks, which would falsify every count of a test.
 */
public final class OnceClient {
    private final String host;
    private final int port;
    private final Duration timeout;

    /**
     * A client of the server at the base address.
     *
     * @param base an {@code http} address with a host; its path is not used
     * @param timeout how long a reply may take in all; afterwards the connection is closed
     */
    public OnceClient(URI base, Duration timeout) {
        if (!"http".equals(base.getScheme()) || base.getHost() == null) {
            throw new IllegalArgumentException("no http address: " + base);
        }
        this.host = base.getHost();
        this.port = base.getPort() < 0 ? 80 : base.getPort();
        this.timeout = timeout;
    }

    /** Sends one request and waits for its reply. */
    public Exchange send(HttpRequest request) {
        try (Socket socket = connect()) {
            return exchange(socket, request);
        } catch (IOException noConnection) {
            return new Exchange.NotSent("no connection: " + noConnection.getMessage());
        }
    }

    /** How many bytes the request has on the wire. */
    public int length(HttpRequest request) {
        return request.toBytes(authority(), false).length;
    }

    /**
     * Sends the first bytes of a request and goes away without reading a reply.
     *
     * @param bytes how many of its bytes are sent
     * @param reset whether the connection is reset; else it is closed in order
     */
    public void abandon(HttpRequest request, int bytes, boolean reset) {
        try (Socket socket = connect()) {
            socket.getOutputStream().write(request.toBytes(authority(), false), 0, bytes);
            if (reset) {
                socket.setSoLinger(true, 0);
            }
        } catch (IOException alreadyGone) {
            // It was to be cut anyway.
            return;
        }
    }

    /**
     * Sends all requests at once: every connection is made first, then one barrier releases all writers. The answers are in the order
     * of the requests.
     */
    public List<Exchange> sendTogether(List<HttpRequest> requests) {
        ExecutorService senders = Executors.newFixedThreadPool(Math.max(1, requests.size()), OnceClient::daemon);
        CyclicBarrier barrier = new CyclicBarrier(Math.max(1, requests.size()));
        try {
            List<Future<Exchange>> sent = new ArrayList<>();
            for (HttpRequest request : requests) {
                sent.add(senders.submit(() -> sendAt(barrier, request)));
            }
            List<Exchange> exchanges = new ArrayList<>();
            for (Future<Exchange> one : sent) {
                exchanges.add(one.get());
            }
            return exchanges;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while sending", interrupted);
        } catch (ExecutionException fault) {
            throw new IllegalStateException(fault.getCause());
        } finally {
            senders.shutdownNow();
        }
    }

    private Exchange sendAt(CyclicBarrier barrier, HttpRequest request) throws InterruptedException {
        try (Socket socket = connect()) {
            barrier.await(timeout.toMillis(), TimeUnit.MILLISECONDS);
            return exchange(socket, request);
        } catch (IOException noConnection) {
            barrier.reset();
            return new Exchange.NotSent("no connection: " + noConnection.getMessage());
        } catch (BrokenBarrierException | TimeoutException broken) {
            return new Exchange.NotSent("another connection could not be made");
        }
    }

    int timeoutMillis() {
        return Math.toIntExact(timeout.toMillis());
    }

    String authority() {
        return host + ":" + port;
    }

    Socket connect() throws IOException {
        Socket socket = new Socket();
        try {
            socket.setTcpNoDelay(true);
            socket.connect(new InetSocketAddress(host, port), Math.toIntExact(timeout.toMillis()));
            return socket;
        } catch (IOException failed) {
            socket.close();
            throw failed;
        }
    }

    private Exchange exchange(Socket socket, HttpRequest request) {
        String lost = "";
        try {
            socket.getOutputStream().write(request.toBytes(authority(), false));
        } catch (IOException refusedEarly) {
            lost = " (while sending: " + refusedEarly.getMessage() + ")";
        }
        try {
            BufferedInputStream in =
                    new BufferedInputStream(new DeadlineStream(socket, System.nanoTime() + timeout.toNanos()));
            return new Exchange.Answered(new MessageReader(in).reply(request.method()));
        } catch (SocketTimeoutException late) {
            return new Exchange.Unanswered("none within " + timeout.toMillis() + " ms");
        } catch (IOException broken) {
            return new Exchange.Unanswered(broken.getMessage() + lost);
        }
    }

    private static Thread daemon(Runnable task) {
        Thread thread = new Thread(task, "contract-sender");
        thread.setDaemon(true);
        return thread;
    }
}
