package dev.sluice.runtime.json;

import dev.sluice.runtime.MalformedMessageException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A value within a JSON text, while a type is read from it: it knows its place. Not safe for several threads. */
public final class JsonCursor {
    private final @Nullable JsonCursor parent;
    private final Object step;
    private final JsonValue value;
    private final String text;
    private final Decisions decisions;

    private JsonCursor(@Nullable JsonCursor parent, Object step, JsonValue value, String text, Decisions decisions) {
        this.parent = parent;
        this.step = step;
        this.value = value;
        this.text = text;
        this.decisions = decisions;
    }

    /**
     * At the value that is the whole text.
     *
     * @throws MalformedMessageException if it is not JSON, as {@link JsonValue#parse} has it
     */
    public static JsonCursor of(String text) {
        return new JsonCursor(null, "", JsonValue.parse(text), text, new Decisions());
    }

    /** The value itself. */
    public JsonValue value() {
        return value;
    }

    /** Whether an assertion holds for the value. */
    public boolean holds(JsonAssertion assertion) {
        return decisions.holds(assertion, value);
    }

    /** A fault of the value. */
    public MalformedMessageException malformed(String reason) {
        List<Object> path = path();
        JsonPosition position = JsonPosition.ofValue(text, path);
        return MalformedMessageException.inJson(
                reason, position.offset(), position.line(), position.column(), shown(path));
    }

    private List<Object> path() {
        if (parent == null) {
            return new ArrayList<>();
        }
        List<Object> path = parent.path();
        path.add(step);
        return path;
    }

    private static String shown(List<Object> path) {
        StringBuilder shown = new StringBuilder();
        for (Object step : path) {
            if (step instanceof Integer index) {
                shown.append('[').append(index.intValue()).append(']');
            } else {
                shown.append(shown.isEmpty() ? "" : ".").append(step);
            }
        }
        return shown.toString();
    }

    /** A fault of the value: it is of another type. */
    public MalformedMessageException unexpected(String wanted) {
        return malformed("expected " + wanted + ", found " + kind());
    }

    private String kind() {
        if (value instanceof JsonValue.ObjectValue) {
            return "an object";
        }
        if (value instanceof JsonValue.ArrayValue) {
            return "an array";
        }
        if (value instanceof JsonValue.StringValue) {
            return "a string";
        }
        if (value instanceof JsonValue.NumberValue) {
            return "a number";
        }
        return value.toJson();
    }

    /** Whether the value is null. */
    public boolean isNull() {
        return value instanceof JsonValue.NullValue;
    }

    /** Whether the value is a string. */
    public boolean isString() {
        return value instanceof JsonValue.StringValue;
    }

    /** Whether the value is a number. */
    public boolean isNumber() {
        return value instanceof JsonValue.NumberValue;
    }

    /** Whether the value is true or false. */
    public boolean isBoolean() {
        return value instanceof JsonValue.BooleanValue;
    }

    /** Whether the value is an array. */
    public boolean isArray() {
        return value instanceof JsonValue.ArrayValue;
    }

    /** Whether the value is an object. */
    public boolean isObject() {
        return value instanceof JsonValue.ObjectValue;
    }

    /** The string that a member of the object holds; empty where there is no such object, member or string. */
    public Optional<String> tag(String member) {
        return value instanceof JsonValue.ObjectValue object
                        && object.members().get(member) instanceof JsonValue.StringValue string
                ? Optional.of(string.value())
                : Optional.empty();
    }

    /** The members of the object, in order. */
    public List<Member> members() {
        if (!(value instanceof JsonValue.ObjectValue object)) {
            throw unexpected("an object");
        }
        List<Member> members = new ArrayList<>(object.members().size());
        for (Map.Entry<String, JsonValue> entry : object.members().entrySet()) {
            members.add(new Member(
                    entry.getKey(), new JsonCursor(this, entry.getKey(), entry.getValue(), text, decisions)));
        }
        return members;
    }

    /** The elements of the array, in order. */
    public List<JsonCursor> elements() {
        if (!(value instanceof JsonValue.ArrayValue array)) {
            throw unexpected("an array");
        }
        List<JsonCursor> elements = new ArrayList<>(array.elements().size());
        for (JsonValue element : array.elements()) {
            elements.add(new JsonCursor(this, elements.size(), element, text, decisions));
        }
        return elements;
    }

    /** What a required member of the object gave; the member is absent where that is null. */
    public <T> T required(String name, @Nullable T member) {
        if (member == null) {
            throw malformed("the required member \"" + name + "\" is absent");
        }
        return member;
    }

    /** A member of an object, at its value. */
    public record Member(String name, JsonCursor value) {}
}
