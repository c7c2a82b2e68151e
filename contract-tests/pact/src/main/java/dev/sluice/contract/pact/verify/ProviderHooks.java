package dev.sluice.contract.pact.verify;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.sluice.contract.json.Json;
import dev.sluice.contract.json.JsonReader;
import dev.sluice.contract.json.JsonSyntaxException;
import dev.sluice.contract.json.JsonWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Provider states and messages in Java, behind Pact's documented hooks on a free loopback port: every verifier, in whatever language, can
 * use them. A hook that throws is answered 500 with its message, which becomes the failure of the interaction.
 */
public final class ProviderHooks implements AutoCloseable {
    private final HttpServer server;
    private final Map<String, StateHook> states = new ConcurrentHashMap<>();
    private final Map<String, MessageSource> sources = new ConcurrentHashMap<>();

    private ProviderHooks(HttpServer server) {
        this.server = server;
    }

    /** Brings the provider into a state, or out of it. */
    @FunctionalInterface
    public interface StateHook {
        /**
         * Changes the state.
         *
         * @param parameters those of the contract
         * @param setUp whether to bring it about, rather than to clean up
         */
        void change(Json.Obj parameters, boolean setUp) throws Exception;
    }

    /** Makes the provider send a message. */
    @FunctionalInterface
    public interface MessageSource {
        /** Gives the message; of a call, the answer to its request: contents and metadata as the contract has them. */
        Provided message(Json.Obj request) throws Exception;
    }

    /**
     * A message of the provider.
     *
     * @param contents JSON, or empty
     */
    public record Provided(String contents, Map<String, String> metadata) {
        public Provided {
            metadata = Map.copyOf(metadata);
        }
    }

    /** Starts listening, without hooks. */
    public static ProviderHooks start() {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
            ProviderHooks hooks = new ProviderHooks(server);
            server.createContext("/states", exchange -> hooks.answer(exchange, hooks::changeState));
            server.createContext("/messages", exchange -> hooks.answer(exchange, hooks::message));
            server.start();
            return hooks;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot listen for Pact's hooks", e);
        }
    }

    /** Adds a provider state. */
    public ProviderHooks state(String name, StateHook hook) {
        states.put(name, hook);
        return this;
    }

    /** Adds what answers a message interaction, or a call, of this description. */
    public ProviderHooks message(String description, MessageSource messageSource) {
        sources.put(description, messageSource);
        return this;
    }

    /** The names of the provider states that there are hooks for. */
    public Set<String> stateNames() {
        return new TreeSet<>(states.keySet());
    }

    /** Where provider states are changed. */
    public URI states() {
        return uri("/states");
    }

    /** Where messages are asked for. */
    public URI messages() {
        return uri("/messages");
    }

    private URI uri(String path) {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
    }

    private interface Handler {
        void handle(HttpExchange exchange, Json.Obj request) throws Exception;
    }

    private void answer(HttpExchange exchange, Handler handler) throws IOException {
        try {
            if (!(JsonReader.read(exchange.getRequestBody().readAllBytes()) instanceof Json.Obj request)) {
                throw new IllegalArgumentException("an object was expected");
            }
            handler.handle(exchange, request);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            send(exchange, 500, "interrupted");
        } catch (JsonSyntaxException | IllegalArgumentException malformed) {
            send(exchange, 400, String.valueOf(malformed.getMessage()));
        } catch (Exception failed) {
            send(exchange, 500, failed.getMessage() == null ? failed.toString() : failed.getMessage());
        }
    }

    private void changeState(HttpExchange exchange, Json.Obj request) throws Exception {
        String name = request.text("state").orElse("");
        boolean setUp = !request.text("action").orElse("setup").equals("teardown");
        Optional<StateHook> hook = Optional.ofNullable(states.get(name));
        if (hook.isEmpty() && !name.isEmpty()) {
            throw new IllegalArgumentException("there is no hook for the provider state \"" + name + "\"");
        }
        if (hook.isPresent()) {
            hook.get().change(request.object("params").orElse(Json.object()), setUp);
        }
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        send(exchange, 200, "{}");
    }

    private void message(HttpExchange exchange, Json.Obj request) throws Exception {
        String description = request.text("description").orElse("");
        MessageSource found = sources.get(description);
        if (found == null) {
            throw new IllegalArgumentException("there is no hook for the message \"" + description + "\"");
        }
        Provided provided = found.message(request.object("request").orElse(Json.object()));
        Json.Obj metadata = Json.object();
        for (Map.Entry<String, String> entry : provided.metadata().entrySet()) {
            metadata = metadata.with(entry.getKey(), Json.of(entry.getValue()));
        }
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.getResponseHeaders()
                .add(
                        "Pact-Message-Metadata",
                        Base64.getEncoder()
                                .encodeToString(JsonWriter.write(metadata).getBytes(StandardCharsets.UTF_8)));
        send(exchange, 200, provided.contents());
    }

    private static void send(HttpExchange exchange, int status, String text) throws IOException {
        byte[] body = text.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        try (OutputStream out = exchange.getResponseBody()) {
            out.write(body);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
