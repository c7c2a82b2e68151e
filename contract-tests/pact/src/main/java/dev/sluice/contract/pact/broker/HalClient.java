package dev.sluice.contract.pact.broker;

import dev.sluice.contract.json.Json;
import dev.sluice.contract.json.JsonReader;
import dev.sluice.contract.json.JsonSyntaxException;
import dev.sluice.contract.json.JsonWriter;
import dev.sluice.contract.pact.verify.PactSourceException;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Reads and writes HAL resources (draft-kelly-json-hal), each request once; what a broker answers otherwise is said with its address. */
final class HalClient {
    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final String HAL = "application/hal+json, application/json";

    private final URI base;
    private final Optional<String> authorization;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(LIMIT).build();

    /**
     * A client.
     *
     * @param authorization the header's value: sent to where the base is and nowhere else, never part of a message
     */
    HalClient(URI base, Optional<String> authorization) {
        this.base = base;
        this.authorization = authorization;
    }

    byte[] getBytes(URI uri) {
        return send(request(uri).GET(), uri);
    }

    Json.Obj get(URI uri) {
        return parsed(getBytes(uri), uri);
    }

    Json.Obj post(URI uri, Json body) {
        return parsed(
                send(
                        request(uri)
                                .header("Content-Type", "application/json")
                                .POST(HttpRequest.BodyPublishers.ofString(JsonWriter.write(body))),
                        uri),
                uri);
    }

    /**
     * Where a link of a resource leads.
     *
     * @param variables what a templated link's {@code {name}} stands for
     */
    static Optional<URI> link(Json.Obj resource, URI base, String relation, Map<String, String> variables) {
        Optional<String> href = resource.object("_links")
                .flatMap(links -> links.object(relation))
                .flatMap(link -> link.text("href"));
        if (href.isEmpty()) {
            return Optional.empty();
        }
        String address = href.get();
        for (Map.Entry<String, String> variable : variables.entrySet()) {
            String value = URLEncoder.encode(variable.getValue(), StandardCharsets.UTF_8)
                    .replace("+", "%20");
            address = address.replace("{" + variable.getKey() + "}", value);
        }
        try {
            return Optional.of(base.resolve(address));
        } catch (IllegalArgumentException noAddress) {
            throw new PactSourceException("the link " + relation + " of " + base + " leads nowhere: " + address);
        }
    }

    private HttpRequest.Builder request(URI uri) {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri).timeout(LIMIT).header("Accept", HAL);
        authorization.filter(value -> isAtBase(uri)).ifPresent(value -> request.header("Authorization", value));
        return request;
    }

    private boolean isAtBase(URI uri) {
        return base.getScheme().equals(uri.getScheme())
                && Objects.equals(base.getHost(), uri.getHost())
                && base.getPort() == uri.getPort();
    }

    private byte[] send(HttpRequest.Builder request, URI uri) {
        HttpResponse<byte[]> response;
        try {
            response = http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
        } catch (IOException failed) {
            throw new PactSourceException("the Pact Broker cannot be asked: " + uri + ": "
                    + (failed.getMessage() == null ? failed.toString() : failed.getMessage()));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new PactSourceException("interrupted while the Pact Broker was asked");
        }
        int status = response.statusCode();
        if (status == 401 || status == 403) {
            throw new PactSourceException("the Pact Broker refuses the credentials: " + uri + " answered " + status);
        }
        if (status < 200 || status > 299) {
            throw new PactSourceException("the Pact Broker answered " + status + ": " + uri);
        }
        return response.body();
    }

    private static Json.Obj parsed(byte[] body, URI uri) {
        try {
            if (JsonReader.read(body) instanceof Json.Obj object) {
                return object;
            }
            throw new PactSourceException("the Pact Broker answered no JSON object: " + uri);
        } catch (JsonSyntaxException noJson) {
            throw new PactSourceException("the Pact Broker answered no JSON: " + uri + ": " + noJson.getMessage());
        }
    }
}
