package dev.sluice.contract.pact.consumer;

import dev.sluice.contract.json.Json;
import dev.sluice.runtime.Message;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The contents of a request, response or message: an example of a schema's message, and how far a real one may differ from it.
 * Immutable. Fields are named as in the schema, joined by dots: {@code capacity.level}.
 */
public final class Body {
    /** What the example is made from. */
    sealed interface Origin {}

    /** A binding's object, wholly written out by the author of the contract. */
    record Given(Message message) implements Origin {}

    /** A binding, from which the example is derived. */
    record Binding(Class<? extends Message> type) implements Origin {}

    /** A message's full name, from which the example is derived. */
    record Named(String fullName) implements Origin {}

    private final Origin origin;
    private final boolean literal;
    private final Map<String, Json> given;
    private final Set<String> exact;
    private final Set<String> only;

    private Body(Origin origin, boolean literal, Map<String, Json> given, Set<String> exact, Set<String> only) {
        this.origin = origin;
        this.literal = literal;
        this.given = given;
        this.exact = exact;
        this.only = only;
    }

    private static Body of(Origin origin, boolean literal) {
        return new Body(origin, literal, Map.of(), Set.of(), Set.of());
    }

    /** Exactly this message: what a consumer sends, word for word. */
    public static Body of(Message message) {
        return of(new Given(message), true);
    }

    /** A message like this one: the fields that it has, each as its type and constraints permit. */
    public static Body like(Message message) {
        return of(new Given(message), false);
    }

    /**
     * Any message of this type: the fields that every writer has to print, since their constraints exclude absence, and those
     * that {@link #with} adds; each as its type and constraints permit. The example is derived.
     */
    public static Body like(Class<? extends Message> type) {
        return of(new Binding(type), false);
    }

    /** Any message of this full name; otherwise as {@link #like(Class)}. */
    public static Body like(String fullName) {
        return of(new Named(fullName), false);
    }

    /**
     * The same with a value for one field. It is part of the example and still only an example, unless {@link #exactly} names it.
     *
     * @param value a string, number, boolean, list, map or bound message; 64-bit integers as numbers or strings, enum values by name
     */
    public Body with(String field, Object value) {
        Map<String, Json> more = new LinkedHashMap<>(given);
        more.put(field, JsonValues.of(value));
        return new Body(origin, literal, more, exact, only);
    }

    /** The same where these fields equal the example's, whatever their type permits. */
    public Body exactly(String... fields) {
        Set<String> more = new LinkedHashSet<>(exact);
        more.addAll(List.of(fields));
        return new Body(origin, literal, given, more, only);
    }

    /** The same, narrowed to the fields that this consumer reads, with what is in them. The example still is a whole, valid message. */
    public Body only(String... fields) {
        Set<String> more = new LinkedHashSet<>(only);
        more.addAll(List.of(fields));
        return new Body(origin, literal, given, exact, more);
    }

    Origin origin() {
        return origin;
    }

    boolean isLiteral() {
        return literal;
    }

    Map<String, Json> given() {
        return given;
    }

    Set<String> exact() {
        return exact;
    }

    Collection<String> only() {
        return only;
    }
}
