package dev.sluice.contract.pact.consumer;

import dev.sluice.contract.json.Json;
import dev.sluice.contract.pact.schema.ContractSchema;
import java.util.Map;

/** One message that the provider sends of its own accord, over whatever carries it, and that the consumer handles. */
public final class MessageInteraction extends Interaction {
    private static final String JSON = "application/json";

    private final ContractSchema schema;
    private final Part part = new Part();

    MessageInteraction(String description, ContractSchema schema) {
        super(description);
        this.schema = schema;
    }

    /** The provider's state when it sends the message. */
    public MessageInteraction given(String state) {
        addState(state, Map.of());
        return this;
    }

    /** The provider's state when it sends the message, with parameters: strings, numbers, booleans. */
    public MessageInteraction given(String state, Map<String, ?> parameters) {
        addState(state, parameters);
        return this;
    }

    /** The message, in proto3 JSON. */
    public MessageInteraction contents(Body body) {
        Content content = Content.of(body, schema, true);
        part.content(content);
        refer("message", content.message());
        if (!part.hasText("contentType")) {
            part.text("contentType", JSON);
        }
        return this;
    }

    /** What travels beside the message, word for word. */
    public MessageInteraction metadata(String name, String value) {
        part.text(name, value);
        return this;
    }

    /**
     * What travels beside the message.
     *
     * @param expression what its whole value matches
     */
    public MessageInteraction metadata(String name, String expression, String example) {
        part.text(name, expression, example);
        return this;
    }

    @Override
    String type() {
        return "Asynchronous/Messages";
    }

    @Override
    Json.Obj parts() {
        Json.Obj json = Json.object();
        if (part.body(JSON).isPresent()) {
            json = json.with("contents", part.body(JSON).get());
        }
        json = json.with("metadata", part.metadata());
        Json.Obj rules = part.matchingRules("metadata");
        return rules.members().isEmpty() ? json : json.with("matchingRules", rules);
    }
}
