package dev.sluice.contract.pact.consumer;

import dev.sluice.contract.json.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What interactions of every kind have: a description, provider states, references to their messages. */
abstract sealed class Interaction permits HttpInteraction, MessageInteraction, CallInteraction {
    private final String description;
    private final List<Json> states = new ArrayList<>();
    private final Map<String, String> references = new LinkedHashMap<>();

    Interaction(String description) {
        this.description = description;
    }

    final String description() {
        return description;
    }

    final void addState(String name, Map<String, ?> parameters) {
        Json.Obj state = Json.object().with("name", Json.of(name));
        states.add(parameters.isEmpty() ? state : state.with("params", JsonValues.of(parameters)));
    }

    final void refer(String role, String fullName) {
        references.put(role, fullName);
    }

    /** The interaction as a Pact file has it (Pact specification V4). */
    final Json toJson() {
        Json.Obj json = Json.object()
                .with("type", Json.of(type()))
                .with("description", Json.of(description))
                .with("pending", Json.of(false));
        if (!states.isEmpty()) {
            json = json.with("providerStates", new Json.Arr(states));
        }
        if (!references.isEmpty()) {
            json = json.with(
                    "comments",
                    Json.object().with("references", Json.object().with("proto", JsonValues.of(references))));
        }
        for (Map.Entry<String, Json> part : parts().members().entrySet()) {
            json = json.with(part.getKey(), part.getValue());
        }
        return json;
    }

    abstract String type();

    abstract Json.Obj parts();
}
