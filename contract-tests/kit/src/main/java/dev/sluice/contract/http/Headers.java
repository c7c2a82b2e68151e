package dev.sluice.contract.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The header fields of one message in their order; names compare without case (RFC 9110, 5.1). */
public record Headers(List<Field> fields) {
    /** No fields. */
    public static final Headers NONE = new Headers(List.of());

    /** One field line. */
    public record Field(String name, String value) {}

    public Headers {
        fields = List.copyOf(fields);
    }

    /** Fields from alternating names and values. */
    public static Headers of(String... namesAndValues) {
        List<Field> fields = new ArrayList<>();
        for (int i = 0; i + 1 < namesAndValues.length; i += 2) {
            fields.add(new Field(namesAndValues[i], namesAndValues[i + 1]));
        }
        return new Headers(fields);
    }

    /** The first value under the name. */
    public Optional<String> first(String name) {
        for (Field field : fields) {
            if (field.name().equalsIgnoreCase(name)) {
                return Optional.of(field.value());
            }
        }
        return Optional.empty();
    }

    /** Every value under the name, in order. */
    public List<String> all(String name) {
        return fields.stream()
                .filter(field -> field.name().equalsIgnoreCase(name))
                .map(Field::value)
                .toList();
    }

    /** Whether a list-valued field such as {@code Connection} has the token. */
    boolean hasToken(String name, String token) {
        for (Field field : fields) {
            if (field.name().equalsIgnoreCase(name)
                    && List.of(field.value().split(",")).stream()
                            .anyMatch(part -> part.strip().equalsIgnoreCase(token))) {
                return true;
            }
        }
        return false;
    }
}
