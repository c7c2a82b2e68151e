package dev.sluice.runtime;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Collects the violations of a message while generated code checks it. It keeps the way to the field that is checked, and
 * makes text of it only where there is a violation. Not safe for several threads.
 */
public final class Violations {
    private @Nullable List<Violation> found;
    private @Nullable Object[] way = new @Nullable Object[8];
    private int depth;

    /** What has been found. */
    public List<Violation> list() {
        return found == null ? List.of() : List.copyOf(found);
    }

    /** Steps into a field by its name in the schema, an element by its Integer index, or an entry by a {@link Key}. */
    public void enter(Object part) {
        if (depth == way.length) {
            way = Arrays.copyOf(way, depth * 2);
        }
        way[depth++] = part;
    }

    /** Steps out of what was entered last. */
    public void leave() {
        depth--;
    }

    /**
     * The key of a map's entry, as a step.
     *
     * @param value a string, bool or number
     * @param isUnsigned whether a number is unsigned
     */
    public record Key(Object value, boolean isUnsigned) {
        @Override
        public String toString() {
            if (value instanceof String text) {
                return JsonWriter.quoted(text);
            }
            if (isUnsigned && value instanceof Integer number) {
                return Integer.toUnsignedString(number);
            }
            return isUnsigned && value instanceof Long number ? Long.toUnsignedString(number) : value.toString();
        }
    }

    /** Adds a violation of what was entered last. */
    public void add(String rule, String message) {
        if (found == null) {
            found = new ArrayList<>();
        }
        StringBuilder path = new StringBuilder();
        for (int i = 0; i < depth; i++) {
            Object part = way[i];
            if (part instanceof Integer || part instanceof Key) {
                path.append('[').append(part).append(']');
            } else {
                path.append(i == 0 ? "" : ".").append(part);
            }
        }
        found.add(new Violation(path.toString(), rule, message));
    }

    /** Adds a violation of a field of the message that is checked. */
    public void add(String field, String rule, String message) {
        enter(field);
        add(rule, message);
        leave();
    }

    /** Adds a violation of an element or entry of a field of the message that is checked. */
    public void add(String field, Object element, String rule, String message) {
        enter(field);
        enter(element);
        add(rule, message);
        leave();
        leave();
    }
}
