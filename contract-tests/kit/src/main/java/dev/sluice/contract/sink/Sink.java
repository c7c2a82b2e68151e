package dev.sluice.contract.sink;

import dev.sluice.contract.http.HttpRequest;
import dev.sluice.contract.http.MessageReader;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;

/**
 * The server that work items call downstream ({@code PROTOCOL.md}, "The downstream call"). While its gate is shut it withholds every
 * reply, which holds a provider exactly at saturation; its log is the record of what was executed. It listens on loopback and serves each
 * connection by a thread that goes on reading while a reply is withheld, so that it sees a caller go away.
 */
public final class Sink implements AutoCloseable {
    private final ServerSocket server;
    private final Set<Socket> connections = ConcurrentHashMap.newKeySet();
    private final Object lock = new Object();
    private final List<SinkEvent> events = new ArrayList<>();
    private final Set<SinkCall> held = new LinkedHashSet<>();
    private boolean open = true;
    private SinkAnswer answer = SinkAnswer.OK;
    private final Map<String, SinkAnswer> answers = new HashMap<>();
    private final Set<String> withheld = new HashSet<>();

    private Sink(ServerSocket server) {
        this.server = server;
    }

    /**
     * A sink with its gate open.
     *
     * @param port the loopback port, 0 for any free one
     * @throws UncheckedIOException if it cannot listen there
     */
    public static Sink start(int port) {
        try {
            ServerSocket server = new ServerSocket();
            server.bind(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), port), 1024);
            Sink sink = new Sink(server);
            daemon(sink::accept, "contract-sink");
            return sink;
        } catch (IOException failed) {
            throw new UncheckedIOException("the sink cannot listen on port " + port, failed);
        }
    }

    /** The address that items call. */
    public URI uri() {
        return URI.create("http://127.0.0.1:" + server.getLocalPort() + "/work");
    }

    /** Withholds the replies of all calls that begin from now on. */
    public void shut() {
        synchronized (lock) {
            open = false;
        }
    }

    /** Answers all calls that are held, and from now on every call at once. */
    public void open() {
        synchronized (lock) {
            open = true;
            withheld.clear();
            release(workId -> true);
        }
    }

    /** Answers all calls that are held now; the gate stays as it is. */
    public void releaseHeld() {
        synchronized (lock) {
            release(workId -> true);
        }
    }

    /** Withholds the replies to one item's calls that begin from now on, though the gate is open. */
    public void withhold(String workId) {
        synchronized (lock) {
            withheld.add(workId);
        }
    }

    /** Opens the gate and forgets every answer that was asked for. */
    public void reset() {
        synchronized (lock) {
            answer = SinkAnswer.OK;
            answers.clear();
        }
        open();
    }

    /** Answers the held calls of the item; the gate stays as it is. */
    public void release(String workId) {
        synchronized (lock) {
            release(workId::equals);
        }
    }

    /** Ends the calls that are answered from now on like this. */
    public void answerWith(SinkAnswer how) {
        synchronized (lock) {
            answer = how;
        }
    }

    /** Ends the calls of one item that are answered from now on like this. */
    public void answerWith(String workId, SinkAnswer how) {
        synchronized (lock) {
            answers.put(workId, how);
        }
    }

    /** What was seen since the start or the last {@link #forget}. */
    public SinkLog log() {
        synchronized (lock) {
            return new SinkLog(events);
        }
    }

    /** How many calls are held now. */
    public int holding() {
        synchronized (lock) {
            return held.size();
        }
    }

    /** Drops the log. */
    public void forget() {
        synchronized (lock) {
            events.clear();
        }
    }

    /** Stops listening and closes every connection. */
    @Override
    public void close() {
        closeQuietly(server);
        connections.forEach(Sink::closeQuietly);
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket socket = server.accept();
                connections.add(socket);
                daemon(() -> serve(socket), "contract-sink-connection");
            } catch (IOException closed) {
                // A connection that failed before it was accepted was no call; a closed server ends the loop.
                continue;
            }
        }
    }

    private void serve(Socket socket) {
        SinkCall current = null;
        try (socket) {
            socket.setTcpNoDelay(true);
            MessageReader reader = new MessageReader(new BufferedInputStream(socket.getInputStream()));
            for (Optional<HttpRequest> next = reader.request(); next.isPresent(); next = reader.request()) {
                current = new SinkCall(socket, next.get());
                begin(current);
            }
        } catch (IOException ended) {
            // The caller broke the connection: what it was waiting for is abandoned, below.
        } finally {
            connections.remove(socket);
            if (current != null) {
                abandon(current);
            }
        }
    }

    private void begin(SinkCall call) {
        synchronized (lock) {
            events.add(call.event(SinkEvent.Kind.BEGUN));
            held.add(call);
            if (open && !withheld.contains(call.workId())) {
                release(call.workId()::equals);
            }
        }
    }

    private void abandon(SinkCall call) {
        synchronized (lock) {
            if (held.remove(call)) {
                events.add(call.event(SinkEvent.Kind.ABANDONED));
            }
        }
    }

    private void release(Predicate<String> workId) {
        List<SinkCall> released =
                held.stream().filter(call -> workId.test(call.workId())).toList();
        for (SinkCall call : released) {
            held.remove(call);
            events.add(call.event(SinkEvent.Kind.ENDED));
            call.end(answers.getOrDefault(call.workId(), answer));
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

    private static void daemon(Runnable task, String name) {
        Thread thread = new Thread(task, name);
        thread.setDaemon(true);
        thread.start();
    }
}
