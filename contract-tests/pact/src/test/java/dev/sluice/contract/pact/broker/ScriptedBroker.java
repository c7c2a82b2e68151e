package dev.sluice.contract.pact.broker;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * The resources of a Pact Broker that a verification meets, with the names and shapes of its documentation: index, pacts for
 * verification, pacts, verification results. It demands its token.
 */
final class ScriptedBroker implements AutoCloseable {
    static final String TOKEN = "s3cret";

    private final HttpServer server;
    private final Map<String, String> pacts = new ConcurrentHashMap<>();
    private final List<String> pending = new CopyOnWriteArrayList<>();
    private final List<String> queries = new CopyOnWriteArrayList<>();
    private final List<String> published = new CopyOnWriteArrayList<>();

    private ScriptedBroker(HttpServer server) {
        this.server = server;
    }

    static ScriptedBroker start() throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
        ScriptedBroker broker = new ScriptedBroker(server);
        server.createContext("/", exchange -> {
            try {
                broker.handle(exchange);
            } finally {
                exchange.close();
            }
        });
        server.start();
        return broker;
    }

    URI uri() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
    }

    /** Adds the pact of a consumer, the text of its file. */
    void add(String consumer, String text, boolean isPending) {
        pacts.put(consumer, text);
        if (isPending) {
            pending.add(consumer);
        }
    }

    /** The bodies of the queries for pacts. */
    List<String> queries() {
        return queries;
    }

    /** The bodies of published results. */
    List<String> published() {
        return published;
    }

    private void handle(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getRawPath();
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        if (!("Bearer " + TOKEN).equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
            send(exchange, 401, "{\"error\": \"unauthorised\"}");
        } else if (path.equals("/")) {
            send(exchange, 200, index());
        } else if (path.equals("/pacts/provider/the%20shop/for-verification")) {
            queries.add(body);
            send(exchange, 200, forVerification());
        } else if (path.endsWith("/verification-results")) {
            published.add(body);
            send(exchange, 201, "{\"_links\": {}}");
        } else if (path.startsWith("/pacts/provider/the%20shop/consumer/")) {
            String text = pacts.getOrDefault(path.split("/", -1)[5], "");
            send(exchange, text.isEmpty() ? 404 : 200, text.isEmpty() ? "{}" : withLinks(text, path));
        } else {
            send(exchange, 404, "{}");
        }
    }

    private String index() {
        return "{\"_links\": {\"self\": {\"href\": \"" + uri() + "\", \"title\": \"Index\", \"templated\": false},"
                + " \"pb:provider-pacts-for-verification\": {\"href\": \"" + uri()
                + "pacts/provider/{provider}/for-verification\", \"title\": \"Pact versions to be verified for the"
                + " specified provider\", \"templated\": true},"
                + " \"pb:provider-pacts-for-verification-beta\": {\"href\": \"" + uri() + "nowhere\"}}}";
    }

    private String forVerification() {
        StringBuilder list = new StringBuilder();
        pacts.keySet().stream()
                .sorted()
                .forEach(consumer -> list.append(list.isEmpty() ? "" : ", ")
                        .append(
                                "{\"shortDescription\": \"latest from main\", \"verificationProperties\": {\"pending\": ")
                        .append(pending.contains(consumer))
                        .append(", \"notices\": [{\"when\": \"before_verification\", \"text\": \"The pact of ")
                        .append(consumer)
                        .append(" is the latest from main\"}]}, \"_links\": {\"self\": {\"href\": \"")
                        .append(pactUri(consumer))
                        .append("\", \"name\": \"Pact between ")
                        .append(consumer)
                        .append(" and the shop\"}}}"));
        return "{\"_embedded\": {\"pacts\": [" + list + "]}, \"_links\": {\"self\": {\"href\": \"" + uri()
                + "\", \"title\": \"Pacts to be verified\"}}}";
    }

    private String pactUri(String consumer) {
        return uri() + "pacts/provider/the%20shop/consumer/" + consumer + "/pact-version/abc";
    }

    private String withLinks(String text, String path) {
        return text.substring(0, text.lastIndexOf('}')) + ", \"_links\": {\"pb:publish-verification-results\":"
                + " {\"title\": \"Publish verification results\", \"href\": \"" + uri() + path.substring(1)
                + "/verification-results\"}}}";
    }

    private static void send(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/hal+json;charset=utf-8");
        exchange.sendResponseHeaders(status, bytes.length);
        try (OutputStream out = exchange.getResponseBody()) {
            out.write(bytes);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
