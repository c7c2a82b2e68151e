package dev.sluice.contract.pact.consumer;

import dev.sluice.contract.json.Json;
import dev.sluice.contract.pact.schema.ContractSchema;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One HTTP request of the consumer and the response that it copes with. */
public final class HttpInteraction extends Interaction {
    private static final String JSON = "application/json";

    private final ContractSchema schema;
    private final Part request = new Part();
    private final Part response = new Part();
    private final Map<String, List<String>> query = new LinkedHashMap<>();
    private String method = "GET";
    private String path = "/";
    private String responseType = JSON;
    private int status = 200;

    HttpInteraction(String description, ContractSchema schema) {
        super(description);
        this.schema = schema;
    }

    /** The provider's state when the request comes; several may hold at once. */
    public HttpInteraction given(String state) {
        addState(state, Map.of());
        return this;
    }

    /** The provider's state when the request comes, with parameters: strings, numbers, booleans. */
    public HttpInteraction given(String state, Map<String, ?> parameters) {
        addState(state, parameters);
        return this;
    }

    /**
     * What is asked.
     *
     * @param path the path, percent-encoded, without a query
     */
    public HttpInteraction request(String method, String path) {
        this.method = method;
        this.path = path;
        return this;
    }

    /** A query parameter of the request; one that is named again has several values. */
    public HttpInteraction query(String name, String value) {
        query.computeIfAbsent(name, absent -> new ArrayList<>()).add(value);
        return this;
    }

    /** A header of the request. */
    public HttpInteraction requestHeader(String name, String value) {
        request.text(name, value);
        return this;
    }

    /** The body of the request: proto3 JSON that keeps every constraint of its message. */
    public HttpInteraction requestBody(Body body) {
        return requestBody(body, true);
    }

    /** The body of a request that the provider has to refuse: of its message's shape, whatever its constraints say. */
    public HttpInteraction invalidRequestBody(Body body) {
        return requestBody(body, false);
    }

    private HttpInteraction requestBody(Body body, boolean valid) {
        Content content = Content.of(body, schema, valid);
        request.content(content);
        refer("request", content.message());
        if (!request.hasText("Content-Type")) {
            request.text("Content-Type", JSON);
        }
        return this;
    }

    /** The status of the response. */
    public HttpInteraction response(int status) {
        this.status = status;
        return this;
    }

    /** A header of the response, word for word. */
    public HttpInteraction responseHeader(String name, String value) {
        response.text(name, value);
        return this;
    }

    /**
     * A header of the response.
     *
     * @param expression what its whole value matches
     */
    public HttpInteraction responseHeader(String name, String expression, String example) {
        response.text(name, expression, example);
        return this;
    }

    /** The body of the response, {@code application/json}. */
    public HttpInteraction responseBody(Body body) {
        return responseBody(body, JSON);
    }

    /** The body of the response, of a media type whose parameters are free. */
    public HttpInteraction responseBody(Body body, String mediaType) {
        Content content = Content.of(body, schema, true);
        response.content(content);
        refer("response", content.message());
        responseType = mediaType;
        String literal = mediaType.replaceAll("[.+*?()\\[\\]{}|^$]", "\\\\$0");
        response.text("Content-Type", "^" + literal + "(?:;.*)?$", mediaType);
        return this;
    }

    @Override
    String type() {
        return "Synchronous/HTTP";
    }

    @Override
    Json.Obj parts() {
        Json.Obj asked = Json.object().with("method", Json.of(method)).with("path", Json.of(path));
        if (!query.isEmpty()) {
            asked = asked.with("query", JsonValues.of(query));
        }
        Json.Obj answered = Json.object().with("status", Json.of(status));
        return Json.object()
                .with("request", part(asked, request, JSON))
                .with("response", part(answered, response, responseType));
    }

    private static Json part(Json.Obj start, Part part, String contentType) {
        Json.Obj json = start;
        if (!part.headers().members().isEmpty()) {
            json = json.with("headers", part.headers());
        }
        if (part.body(contentType).isPresent()) {
            json = json.with("body", part.body(contentType).get());
        }
        Json.Obj rules = part.matchingRules("header");
        return rules.members().isEmpty() ? json : json.with("matchingRules", rules);
    }
}
