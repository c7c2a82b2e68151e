package dev.sluice.validation;

import dev.sluice.runtime.UndecidedRuleException;
import dev.sluice.runtime.Violation;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Answers the suite's requests, one after the other, in a JVM that stays: bindings of the same schemas are made once. */
final class Executor implements AutoCloseable {
    private final ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final Map<ByteBuffer, Suite> suites = new HashMap<>();
    private final Path folder;
    private int cases;

    Executor(Path folder) throws IOException {
        this.folder = folder;
    }

    int port() {
        return server.getLocalPort();
    }

    /** How many cases were answered. */
    int cases() {
        return cases;
    }

    void start() {
        Thread thread = new Thread(this::serve, "executor");
        thread.setDaemon(true);
        thread.start();
    }

    private void serve() {
        while (true) {
            try (Socket socket = server.accept()) {
                socket.getOutputStream().write(answer(socket.getInputStream().readAllBytes()));
            } catch (SocketException e) {
                return;
            } catch (IOException | RuntimeException e) {
                e.printStackTrace();
            }
        }
    }

    byte[] answer(byte[] bytes) throws IOException {
        Request request = Request.parse(bytes);
        ByteBuffer schemas = ByteBuffer.wrap(request.schemas());
        Suite suite = suites.get(schemas);
        if (suite == null) {
            suite = Suite.of(request.schemas(), folder.resolve("suite" + suites.size()));
            suites.put(schemas, suite);
        }
        Response response = new Response();
        for (Map.Entry<String, Request.Case> each : request.cases().entrySet()) {
            cases++;
            answer(each.getKey(), each.getValue(), suite, response);
        }
        return response.toByteArray();
    }

    private static void answer(String name, Request.Case asked, Suite suite, Response response) {
        Optional<String> refused = suite.refused(asked.type());
        if (refused.isPresent()) {
            response.error(name, Response.COMPILATION_ERROR, refused.get());
            return;
        }
        try {
            List<Violation> found = suite.parse(asked.type(), asked.message()).validate();
            if (found.isEmpty()) {
                response.success(name);
            } else {
                response.violations(name, found);
            }
        } catch (UndecidedRuleException e) {
            response.error(name, Response.RUNTIME_ERROR, String.valueOf(e.getMessage()));
        } catch (ReflectiveOperationException | RuntimeException e) {
            response.error(name, Response.UNEXPECTED_ERROR, e.toString());
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
