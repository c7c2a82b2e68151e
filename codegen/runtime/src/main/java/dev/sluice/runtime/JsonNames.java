package dev.sluice.runtime;

import java.util.HashMap;
import java.util.Map;

/** The member names of one message in JSON. Immutable. */
public final class JsonNames {
    static final JsonNames NONE = of();

    private final String[] quoted;
    private final Map<String, Integer> indexes;

    private JsonNames(String[] quoted, Map<String, Integer> indexes) {
        this.quoted = quoted;
        this.indexes = indexes;
    }

    /** The JSON name and the schema's name of each field in turn; a field's index is its position here. */
    public static JsonNames of(String... jsonNameAndName) {
        String[] quoted = new String[jsonNameAndName.length / 2];
        Map<String, Integer> indexes = new HashMap<>(jsonNameAndName.length * 2);
        for (int i = 0; i < quoted.length; i++) {
            quoted[i] = JsonWriter.quoted(jsonNameAndName[2 * i]);
            indexes.putIfAbsent(jsonNameAndName[2 * i], i);
        }
        for (int i = 0; i < quoted.length; i++) {
            indexes.putIfAbsent(jsonNameAndName[2 * i + 1], i);
        }
        return new JsonNames(quoted, indexes);
    }

    int size() {
        return quoted.length;
    }

    /** The JSON name in quotation marks, escaped. */
    String quoted(int index) {
        return quoted[index];
    }

    /** The index of the field with this name in JSON or in the schema, or -1. */
    int index(String name) {
        return indexes.getOrDefault(name, -1);
    }
}
