package dev.sluice.codegen.jsonsource;

import dev.sluice.runtime.json.JsonValue;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Which types of JSON values a view leaves: those of JSON, with numbers divided into "integer" and "fraction". */
final class JsonTypes {
    static final Set<String> ALL = Set.of("null", "boolean", "object", "array", "integer", "fraction", "string");

    private JsonTypes() {}

    static Set<String> of(View view) {
        Set<String> types = new TreeSet<>(ALL);
        for (SchemaNode node : view.nodes()) {
            if (node.isFalse()) {
                return Set.of();
            }
            if (node.has("type")) {
                types.retainAll(declared(node));
            }
            if (node.has("enum")) {
                types.retainAll(ofValues(node.elements("enum")));
            }
            node.get("const").ifPresent(value -> types.retainAll(ofValues(List.of(value))));
        }
        if (view.orNull()) {
            types.add("null");
        }
        return types;
    }

    private static Set<String> declared(SchemaNode node) {
        List<String> names = new ArrayList<>(node.texts("type"));
        node.text("type").ifPresent(names::add);
        Set<String> types = new HashSet<>(names);
        if (types.remove("number")) {
            types.addAll(List.of("integer", "fraction"));
        }
        return types;
    }

    private static Set<String> ofValues(List<JsonValue> values) {
        Set<String> types = new HashSet<>();
        values.forEach(value -> types.add(ofValue(value)));
        return types;
    }

    private static String ofValue(JsonValue value) {
        if (value instanceof JsonValue.NumberValue number) {
            return number.isInteger() ? "integer" : "fraction";
        }
        if (value instanceof JsonValue.ObjectValue) {
            return "object";
        }
        if (value instanceof JsonValue.ArrayValue) {
            return "array";
        }
        if (value instanceof JsonValue.StringValue) {
            return "string";
        }
        return value instanceof JsonValue.BooleanValue ? "boolean" : "null";
    }
}
