package dev.sluice.codegen.jsonsource;

import dev.sluice.runtime.json.JsonValue;
import dev.sluice.schema.problem.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * One schema within a document; equal where it is the same place.
 *
 * @param document the file it is in
 * @param path where in the file: member names and element indexes (String and Integer)
 * @param value an object, true or false once it has been checked
 */
record SchemaNode(SchemaDocument document, List<Object> path, JsonValue value) {
    SchemaNode {
        path = List.copyOf(path);
    }

    /** The keywords with their values; none of {@code true} and {@code false}. */
    Map<String, JsonValue> keywords() {
        return value instanceof JsonValue.ObjectValue object ? object.members() : Map.of();
    }

    boolean has(String keyword) {
        return keywords().containsKey(keyword);
    }

    Optional<JsonValue> get(String keyword) {
        return Optional.ofNullable(keywords().get(keyword));
    }

    /** The string that is a keyword's value. */
    Optional<String> text(String keyword) {
        return get(keyword)
                .filter(JsonValue.StringValue.class::isInstance)
                .map(string -> ((JsonValue.StringValue) string).value());
    }

    /** The strings in the list that is a keyword's value. */
    List<String> texts(String keyword) {
        List<String> texts = new ArrayList<>();
        for (JsonValue element : elements(keyword)) {
            if (element instanceof JsonValue.StringValue string) {
                texts.add(string.value());
            }
        }
        return texts;
    }

    /** The elements of the list that is a keyword's value. */
    List<JsonValue> elements(String keyword) {
        return get(keyword).orElse(null) instanceof JsonValue.ArrayValue array ? array.elements() : List.of();
    }

    /** The members of the object that is a keyword's value. */
    Map<String, JsonValue> members(String keyword) {
        return get(keyword).orElse(null) instanceof JsonValue.ObjectValue object ? object.members() : Map.of();
    }

    /** The schema that is a keyword's value. */
    SchemaNode child(String keyword) {
        return new SchemaNode(
                document, steps(keyword), Objects.requireNonNull(keywords().get(keyword)));
    }

    /** The schema under a name within a keyword's value. */
    SchemaNode child(String keyword, String name) {
        return new SchemaNode(
                document,
                steps(keyword, name),
                Objects.requireNonNull(members(keyword).get(name)));
    }

    /** The schemas in the list that is a keyword's value. */
    List<SchemaNode> children(String keyword) {
        List<SchemaNode> children = new ArrayList<>();
        for (JsonValue element : elements(keyword)) {
            children.add(new SchemaNode(document, steps(keyword, children.size()), element));
        }
        return children;
    }

    List<Object> steps(Object... more) {
        List<Object> steps = new ArrayList<>(path);
        steps.addAll(List.of(more));
        return steps;
    }

    boolean isRoot() {
        return path.isEmpty();
    }

    boolean isFalse() {
        return value instanceof JsonValue.BooleanValue bool && !bool.value();
    }

    /** A problem at a keyword or what is within its value. */
    Problem problem(String message, Object... steps) {
        return document.problem(steps(steps), message);
    }

    /** Where the schema is: path, line and column. */
    String place() {
        return document.place(path);
    }

    /** Where a keyword is: the file, a number sign, a JSON pointer (RFC 6901). */
    String location(Object... steps) {
        return document.path()
                + "#"
                + steps(steps).stream()
                        .map(step -> "/" + step.toString().replace("~", "~0").replace("/", "~1"))
                        .collect(Collectors.joining());
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SchemaNode node && document == node.document && path.equals(node.path);
    }

    @Override
    public int hashCode() {
        return 31 * document.path().hashCode() + path.hashCode();
    }

    @Override
    public String toString() {
        return location();
    }
}
