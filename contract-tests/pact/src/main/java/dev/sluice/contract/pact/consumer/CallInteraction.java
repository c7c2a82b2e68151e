package dev.sluice.contract.pact.consumer;

import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.MethodDescriptor;
import dev.sluice.contract.json.Json;
import dev.sluice.contract.pact.schema.ContractSchema;
import java.util.List;
import java.util.Map;

/**
 * One unary gRPC call, as a synchronous message: contents in proto3 JSON, status and trailers as metadata ({@code grpc-status},
 * {@code grpc-retry-pushback-ms}), so that it is verified without a plugin.
 */
public final class CallInteraction extends Interaction {
    private static final String JSON = "application/json";

    private final ContractSchema schema;
    private final MethodDescriptor method;
    private final Part request = new Part();
    private final Part response = new Part();

    CallInteraction(String description, MethodDescriptor method, String path, ContractSchema schema) {
        super(description);
        if (method.isClientStreaming() || method.isServerStreaming()) {
            throw new IllegalArgumentException(path + " is a stream; a contract can say only a unary call");
        }
        this.schema = schema;
        this.method = method;
        refer("method", path);
        request.text("grpc-method", "/" + path);
        request.text("contentType", JSON);
        response.text("contentType", JSON);
        response.text("grpc-status", "0");
    }

    /** The provider's state when the call comes. */
    public CallInteraction given(String state) {
        addState(state, Map.of());
        return this;
    }

    /** The provider's state when the call comes, with parameters: strings, numbers, booleans. */
    public CallInteraction given(String state, Map<String, ?> parameters) {
        addState(state, parameters);
        return this;
    }

    /**
     * What is asked.
     *
     * @throws IllegalArgumentException if it is not the method's request
     */
    public CallInteraction request(Body body) {
        request.content(checked(body, method.getInputType(), "request"));
        return this;
    }

    /**
     * What is answered, with status OK.
     *
     * @throws IllegalArgumentException if it is not the method's response
     */
    public CallInteraction response(Body body) {
        response.content(checked(body, method.getOutputType(), "response"));
        return this;
    }

    /**
     * The call fails.
     *
     * @param status the gRPC code's number, 1 to 16
     */
    public CallInteraction failure(int status) {
        if (status < 1 || status > 16) {
            throw new IllegalArgumentException("no gRPC status of a failure: " + status);
        }
        response.text("grpc-status", Integer.toString(status));
        return this;
    }

    /** The failure says how long to wait, {@code grpc-retry-pushback-ms}, in milliseconds of at least 0 (gRPC A6). */
    public CallInteraction pushback(long exampleMs) {
        response.text("grpc-retry-pushback-ms", "^[0-9]{1,10}$", Long.toString(exampleMs));
        return this;
    }

    /**
     * A trailer of the response.
     *
     * @param expression what its whole value matches
     */
    public CallInteraction trailer(String name, String expression, String example) {
        response.text(name, expression, example);
        return this;
    }

    private Content checked(Body body, Descriptor expected, String role) {
        Content content = Content.of(body, schema, true);
        if (!content.message().equals(expected.getFullName())) {
            throw new IllegalArgumentException("the " + role + " of " + method.getFullName() + " is a "
                    + expected.getFullName() + ", not a " + content.message());
        }
        refer(role, content.message());
        return content;
    }

    @Override
    String type() {
        return "Synchronous/Messages";
    }

    @Override
    Json.Obj parts() {
        return Json.object().with("request", part(request)).with("response", new Json.Arr(List.of(part(response))));
    }

    private static Json part(Part part) {
        Json.Obj json = Json.object();
        if (part.body(JSON).isPresent()) {
            json = json.with("contents", part.body(JSON).get());
        }
        json = json.with("metadata", part.metadata());
        Json.Obj rules = part.matchingRules("metadata");
        return rules.members().isEmpty() ? json : json.with("matchingRules", rules);
    }
}
