package dev.sluice.contract.verification;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.sluice.contract.json.Json;
import dev.sluice.contract.json.JsonReader;
import dev.sluice.contract.json.JsonSyntaxException;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Brings a provider into the states that contracts name, over Pact's state-change protocol: POST {@code {state, action}},
 * answered 200, or 500 with the reason.
 */
final class ProviderStates implements AutoCloseable {
    private final HttpServer server;
    private final WorkerLoad load;

    private ProviderStates(HttpServer server, WorkerLoad load) {
        this.server = server;
        this.load = load;
    }

    /** Starts listening on a free loopback port. */
    static ProviderStates start(WorkerLoad load) {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
            ProviderStates states = new ProviderStates(server, load);
            server.createContext("/", states::handle);
            server.start();
            return states;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot listen for state changes", e);
        }
    }

    /** Where state changes are posted to. */
    URI uri() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/states");
    }

    private void handle(HttpExchange exchange) throws IOException {
        String failure = "";
        try {
            change(JsonReader.read(exchange.getRequestBody().readAllBytes()));
        } catch (JsonSyntaxException | IllegalStateException e) {
            failure = String.valueOf(e.getMessage());
        }
        byte[] body = failure.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(failure.isEmpty() ? 200 : 500, body.length == 0 ? -1 : body.length);
        try (OutputStream out = exchange.getResponseBody()) {
            out.write(body);
        }
    }

    private void change(Json request) {
        Optional<Json.Obj> members = request instanceof Json.Obj object ? Optional.of(object) : Optional.empty();
        String state = members.flatMap(object -> object.text("state")).orElse("");
        boolean setUp = !members.flatMap(object -> object.text("action"))
                .orElse("setup")
                .equals("teardown");
        switch (state) {
            case SubmissionContract.IDLE -> load.settle();
            case SubmissionContract.FULL -> {
                if (setUp) {
                    load.fill();
                } else {
                    load.settle();
                }
            }
            default -> throw new IllegalStateException("no such provider state: \"" + state + "\"");
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
