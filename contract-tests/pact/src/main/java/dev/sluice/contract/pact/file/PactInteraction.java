package dev.sluice.contract.pact.file;

import dev.sluice.contract.json.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One interaction of a Pact file.
 *
 * @param json as it stands in the file
 * @param way where it stands
 * @param isMessage whether it is of a file that holds messages only (specification 3)
 */
public record PactInteraction(Json.Obj json, List<Object> way, boolean isMessage) {
    public PactInteraction {
        way = List.copyOf(way);
    }

    /** What happens, in words. */
    public String description() {
        return json.text("description").orElse("");
    }

    /** {@code Synchronous/HTTP}, {@code Asynchronous/Messages} or {@code Synchronous/Messages}. */
    public String type() {
        return json.text("type").orElse(isMessage ? "Asynchronous/Messages" : "Synchronous/HTTP");
    }

    /** The names of its provider states. */
    public List<String> states() {
        List<String> names = new ArrayList<>();
        json.text("providerState").ifPresent(names::add);
        if (json.get("providerStates").orElse(Json.object()) instanceof Json.Arr states) {
            for (Json state : states.values()) {
                if (state instanceof Json.Obj object) {
                    object.text("name").ifPresent(names::add);
                }
            }
        }
        return names;
    }

    /** The full names of what the parts of the interaction are, by role: {@code request}, {@code response}, {@code message}, {@code method}. */
    public Map<String, String> references() {
        Map<String, String> references = new LinkedHashMap<>();
        json.object("comments")
                .flatMap(comments -> comments.object("references"))
                .flatMap(groups -> groups.object("proto"))
                .orElse(Json.object())
                .members()
                .forEach((role, value) -> {
                    if (value instanceof Json.Str name) {
                        references.put(role, name.value());
                    }
                });
        return references;
    }

    /** Where a body stands and what it is. */
    public record Body(String role, Json content, List<Object> way) {
        public Body {
            way = List.copyOf(way);
        }
    }

    /** The JSON bodies of requests, responses and messages. */
    public List<Body> bodies() {
        List<Body> bodies = new ArrayList<>();
        switch (type()) {
            case "Asynchronous/Messages" ->
                body("message", json, way, "contents").ifPresent(bodies::add);
            case "Synchronous/Messages" -> {
                part("request", "contents").ifPresent(bodies::add);
                if (json.get("response").orElse(Json.object()) instanceof Json.Arr responses) {
                    for (int i = 0; i < responses.values().size(); i++) {
                        if (responses.values().get(i) instanceof Json.Obj response) {
                            body("response", response, longer(way, "response", i), "contents")
                                    .ifPresent(bodies::add);
                        }
                    }
                }
            }
            default -> {
                part("request", "body").ifPresent(bodies::add);
                part("response", "body").ifPresent(bodies::add);
            }
        }
        return bodies;
    }

    private Optional<Body> part(String role, String member) {
        return json.object(role).flatMap(part -> body(role, part, longer(way, role), member));
    }

    /** The body in a part: of specification 4 within {@code content}, else the member itself. */
    private static Optional<Body> body(String role, Json.Obj part, List<Object> at, String member) {
        Optional<Json> value = part.get(member);
        if (value.isPresent()
                && value.get() instanceof Json.Obj object
                && object.members().containsKey("content")) {
            boolean isJson =
                    object.text("contentType").orElse("application/json").contains("json");
            return object.get("content")
                    .filter(content -> isJson && !(content instanceof Json.Str))
                    .map(content -> new Body(role, content, longer(at, member, "content")));
        }
        return value.filter(body -> body instanceof Json.Obj).map(body -> new Body(role, body, longer(at, member)));
    }

    private static List<Object> longer(List<Object> way, Object... more) {
        List<Object> longer = new ArrayList<>(way);
        longer.addAll(List.of(more));
        return longer;
    }
}
