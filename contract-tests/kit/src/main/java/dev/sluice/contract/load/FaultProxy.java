package dev.sluice.contract.load;

import dev.sluice.contract.provider.Provider;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A proxy on loopback between a client and a provider that treats each connection with the next of its faults, in an order that follows from a seed. */
public final class FaultProxy implements AutoCloseable {
    private static final int HALF = 40;
    private static final long DELAY_MILLIS = 20;
    private static final int SLOW_BYTES = 64;

    private final ServerSocket server;
    private volatile InetSocketAddress target;
    private final List<ConnectionFault> faults;
    private final Random random;
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();

    private FaultProxy(ServerSocket server, InetSocketAddress target, List<ConnectionFault> faults, long seed) {
        this.server = server;
        this.target = target;
        this.faults = List.copyOf(faults);
        this.random = new Random(seed);
    }

    /**
     * A proxy in front of a provider, at any free port.
     *
     * @throws UncheckedIOException if it cannot listen
     */
    public static FaultProxy start(Provider provider, List<ConnectionFault> faults, long seed) {
        try {
            ServerSocket server = new ServerSocket(0, 1024, InetAddress.getByName("127.0.0.1"));
            FaultProxy proxy = new FaultProxy(server, address(provider), faults, seed);
            daemon(proxy::accept);
            return proxy;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Leads connections from now on to another provider. */
    void leadTo(Provider provider) {
        target = address(provider);
    }

    private static InetSocketAddress address(Provider provider) {
        return new InetSocketAddress(provider.base().getHost(), provider.base().getPort());
    }

    /** Where it listens. */
    public Provider provider() {
        return new Provider(URI.create("http://127.0.0.1:" + server.getLocalPort()));
    }

    @Override
    public void close() {
        quietly(server);
        sockets.forEach(FaultProxy::quietly);
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                join(server.accept(), faults.get(random.nextInt(faults.size())));
            } catch (IOException closed) {
                // A connection that failed before it was accepted was no request; a closed server ends the loop.
                continue;
            }
        }
    }

    private void join(Socket client, ConnectionFault fault) {
        Socket provider = new Socket();
        sockets.add(client);
        sockets.add(provider);
        try {
            provider.connect(target);
            provider.setTcpNoDelay(true);
            client.setTcpNoDelay(true);
        } catch (IOException noProvider) {
            part(client, provider);
            return;
        }
        daemon(() -> pass(client, provider, fault, true));
        daemon(() -> pass(provider, client, fault, false));
    }

    private void part(Socket one, Socket other) {
        quietly(one);
        quietly(other);
        sockets.remove(one);
        sockets.remove(other);
    }

    private void pass(Socket from, Socket to, ConnectionFault fault, boolean request) {
        byte[] buffer = new byte[8192];
        try {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                if (!request && fault == ConnectionFault.RESET) {
                    to.setSoLinger(true, 0);
                    return;
                }
                if (!request && fault == ConnectionFault.HALF_A_REPLY) {
                    out.write(buffer, 0, Math.min(n, HALF));
                    return;
                }
                forward(out, buffer, n, request ? fault : ConnectionFault.NONE);
            }
        } catch (IOException ended) {
            // One of the two has gone: the other is told by the closing below.
            return;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        } finally {
            part(from, to);
        }
    }

    private static void forward(OutputStream out, byte[] buffer, int length, ConnectionFault fault)
            throws IOException, InterruptedException {
        int slow = fault == ConnectionFault.SLOW_BODY ? Math.min(length, SLOW_BYTES) : 0;
        if (fault == ConnectionFault.LATENCY) {
            Thread.sleep(DELAY_MILLIS);
        }
        for (int i = 0; i < slow; i++) {
            out.write(buffer[i]);
            Thread.sleep(1);
        }
        out.write(buffer, slow, length - slow);
    }

    private static void quietly(AutoCloseable resource) {
        try {
            resource.close();
        } catch (Exception alreadyClosed) {
            // Nothing is left to release.
            return;
        }
    }

    private static void daemon(Runnable task) {
        Thread thread = new Thread(task, "contract-proxy");
        thread.setDaemon(true);
        thread.start();
    }
}
