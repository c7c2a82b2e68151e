package dev.sluice.contract.pact.consumer;

import dev.sluice.contract.json.Json;
import dev.sluice.contract.pact.derive.Rule;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Contents, headers or metadata, and the matching rules for them, as one part of an interaction has them. */
final class Part {
    private final Map<String, String> texts = new LinkedHashMap<>();
    private final Map<String, List<Rule>> textRules = new LinkedHashMap<>();
    private Optional<Content> content = Optional.empty();

    void text(String name, String value) {
        texts.put(name, value);
    }

    void text(String name, String expression, String example) {
        if (!example.matches(expression)) {
            throw new IllegalArgumentException(name + ": the example \"" + example + "\" does not match " + expression);
        }
        texts.put(name, example);
        textRules.put(name, List.of(Rule.regex(expression)));
    }

    boolean hasText(String name) {
        return texts.keySet().stream().anyMatch(name::equalsIgnoreCase);
    }

    void content(Content body) {
        content = Optional.of(body);
    }

    Optional<Content> content() {
        return content;
    }

    /** The body, {@code {content, contentType, encoded}}. */
    Optional<Json> body(String contentType) {
        return content.map(body -> Json.object()
                .with("content", body.example())
                .with("contentType", Json.of(contentType))
                .with("encoded", Json.of(false)));
    }

    Json.Obj headers() {
        Json.Obj headers = Json.object();
        for (Map.Entry<String, String> header : texts.entrySet()) {
            headers = headers.with(header.getKey(), new Json.Arr(List.of(Json.of(header.getValue()))));
        }
        return headers;
    }

    Json.Obj metadata() {
        return (Json.Obj) JsonValues.of(texts);
    }

    /**
     * The matching rules.
     *
     * @param category that of the texts, {@code header} or {@code metadata}
     */
    Json.Obj matchingRules(String category) {
        Json.Obj rules = Json.object();
        Map<String, List<Rule>> ofBody = content.map(Content::rules).orElse(Map.of());
        if (!ofBody.isEmpty()) {
            rules = rules.with("body", category(ofBody));
        }
        return textRules.isEmpty() ? rules : rules.with(category, category(textRules));
    }

    private static Json category(Map<String, List<Rule>> rules) {
        Json.Obj category = Json.object();
        for (Map.Entry<String, List<Rule>> rule : rules.entrySet()) {
            category = category.with(
                    rule.getKey(),
                    Json.object()
                            .with("combine", Json.of("AND"))
                            .with(
                                    "matchers",
                                    new Json.Arr(rule.getValue().stream()
                                            .<Json>map(Rule::json)
                                            .toList())));
        }
        return category;
    }
}
