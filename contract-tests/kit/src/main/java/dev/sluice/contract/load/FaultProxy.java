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
    private final InetSocketAddress target;
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
            InetSocketAddress target = new InetSocketAddress(
                    provider.base().getHost(), provider.base().getPort());
            FaultProxy proxy = new FaultProxy(server, target, faults, seed);
            daemon(proxy::accept);
            return proxy;
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
        quietly(server);
        sockets.forEach(FaultProxy::quietly);
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket client = server.accept();
                ConnectionFault fault = faults.get(random.nextInt(faults.size()));
                Socket provider = new Socket();
                sockets.add(client);
                sockets.add(provider);
                provider.connect(target);
                provider.setTcpNoDelay(true);
                client.setTcpNoDelay(true);
                daemon(() -> pass(client, provider, fault, true));
                daemon(() -> pass(provider, client, fault, false));
            } catch (IOException closed) {
                // A connection that failed before it was passed on was no request; a closed server ends the loop.
                continue;
            }
        }
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
            quietly(from);
            quietly(to);
            sockets.remove(from);
            sockets.remove(to);
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
