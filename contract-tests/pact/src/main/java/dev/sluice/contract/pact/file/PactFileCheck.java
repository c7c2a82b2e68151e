package dev.sluice.contract.pact.file;

import dev.sluice.contract.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Checks that a JSON text is a Pact file, and collects what keeps it from being one. */
final class PactFileCheck {
    private static final Set<String> TYPES =
            Set.of("Synchronous/HTTP", "Asynchronous/Messages", "Synchronous/Messages");
    private static final int NEWEST = 4;

    private final String name;
    private final JsonText text;
    private final List<PactProblem> problems = new ArrayList<>();

    PactFileCheck(String name, JsonText text) {
        this.name = name;
        this.text = text;
    }

    PactFile check(Json root) {
        if (!(root instanceof Json.Obj json)) {
            add(List.of(), "not a Pact file: an object was expected");
            throw new PactFileException(problems);
        }
        pacticipant(json, "consumer");
        pacticipant(json, "provider");
        int version = version(json);
        boolean any = interactions(json, "interactions", version) | interactions(json, "messages", version);
        if (!any) {
            add(List.of(), "not a Pact file: it has neither \"interactions\" nor \"messages\"");
        }
        if (!problems.isEmpty()) {
            throw new PactFileException(problems);
        }
        return new PactFile(name, text, json, version);
    }

    private void pacticipant(Json.Obj json, String role) {
        if (json.object(role)
                .flatMap(who -> who.text("name"))
                .filter(who -> !who.isBlank())
                .isEmpty()) {
            add(List.of(role), "the " + role + " has no name");
        }
    }

    /** The major version, under any of the names that writers have given it. */
    private int version(Json.Obj json) {
        Json.Obj metadata = json.object("metadata").orElse(Json.object());
        for (String member : List.of("pactSpecification", "pact-specification", "pactSpecificationVersion")) {
            Optional<Json> found = metadata.get(member);
            if (found.isPresent()) {
                List<Object> way = found.get() instanceof Json.Obj
                        ? List.of("metadata", member, "version")
                        : List.of("metadata", member);
                String version = found.get() instanceof Json.Obj object
                        ? object.text("version").orElse("")
                        : found.get() instanceof Json.Str string ? string.value() : "";
                if (version.matches("[0-9]{1,4}(\\.[0-9]{1,4}){0,2}")) {
                    int major = Integer.parseInt(version.split("\\.", -1)[0]);
                    if (major >= 1 && major <= NEWEST) {
                        return major;
                    }
                }
                add(way, "Pact specification \"" + version + "\" is not known; 1 to " + NEWEST + " are");
                return NEWEST;
            }
        }
        add(List.of("metadata"), "the file does not say its version: metadata.pactSpecification.version is missing");
        return NEWEST;
    }

    private boolean interactions(Json.Obj json, String list, int version) {
        Optional<Json> found = json.get(list);
        if (found.isEmpty()) {
            return false;
        }
        if (!(found.get() instanceof Json.Arr elements)) {
            add(List.of(list), "\"" + list + "\" is no array");
            return true;
        }
        for (int i = 0; i < elements.values().size(); i++) {
            interaction(elements.values().get(i), list, i, version);
        }
        return true;
    }

    private void interaction(Json element, String list, int index, int version) {
        if (!(element instanceof Json.Obj interaction)) {
            add(List.of(list, index), "an interaction is no object");
            return;
        }
        if (interaction.text("description").filter(words -> !words.isBlank()).isEmpty()) {
            add(List.of(list, index), "an interaction has no description");
        }
        if (version < NEWEST) {
            return;
        }
        String type = interaction.text("type").orElse("");
        if (!TYPES.contains(type)) {
            add(List.of(list, index, "type"), "interactions of type \"" + type + "\" are not known");
            return;
        }
        Map<String, Boolean> parts = switch (type) {
            case "Synchronous/HTTP" -> Map.of("request", false, "response", false);
            case "Synchronous/Messages" -> Map.of("request", false, "response", true);
            default -> Map.of();
        };
        parts.forEach((part, isList) -> {
            boolean there = interaction
                    .get(part)
                    .filter(value -> isList ? value instanceof Json.Arr : value instanceof Json.Obj)
                    .isPresent();
            if (!there) {
                add(List.of(list, index, part), "an interaction of type " + type + " has no \"" + part + "\"");
            }
        });
    }

    private void add(List<Object> way, String message) {
        JsonText.Place place = text.place(text.offset(way));
        problems.add(new PactProblem(name, place.line(), place.column(), message));
    }
}
