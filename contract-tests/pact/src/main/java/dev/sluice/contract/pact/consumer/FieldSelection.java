package dev.sluice.contract.pact.consumer;

import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import dev.sluice.contract.json.Json;
import dev.sluice.contract.pact.schema.MessageSchema;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Picks fields of a message's JSON by their dotted names. */
final class FieldSelection {
    private final Descriptor message;

    FieldSelection(Descriptor message) {
        this.message = message;
    }

    /** The fields on the way; of repeated fields and maps the way leads on through their elements. */
    private List<FieldDescriptor> way(String path) {
        List<FieldDescriptor> way = new ArrayList<>();
        Optional<Descriptor> at = Optional.of(message);
        for (String name : path.split("\\.", -1)) {
            Descriptor owner = at.orElseThrow(
                    () -> new IllegalArgumentException("\"" + path + "\" leads through a field that is no message"));
            FieldDescriptor field = MessageSchema.field(owner, name)
                    .orElseThrow(
                            () -> new IllegalArgumentException(owner.getFullName() + " has no field \"" + name + "\""));
            way.add(field);
            FieldDescriptor value = field.isMapField() ? field.getMessageType().findFieldByNumber(2) : field;
            at = value.getJavaType() == FieldDescriptor.JavaType.MESSAGE
                    ? Optional.of(value.getMessageType())
                    : Optional.empty();
        }
        return way;
    }

    /** The path in the schema's own names. */
    String schemaName(String path) {
        return String.join(".", way(path).stream().map(FieldDescriptor::getName).toList());
    }

    /** Adds to the absent what the JSON does not have. */
    void check(Json.Obj json, String path, List<String> absent) {
        Json at = json;
        for (FieldDescriptor field : way(path)) {
            while (at instanceof Json.Arr elements && !elements.values().isEmpty()) {
                at = elements.values().get(0);
            }
            Optional<Json> next = at instanceof Json.Obj object ? object.get(field.getJsonName()) : Optional.empty();
            if (next.isEmpty()) {
                absent.add(path + ": the example has no value for it, or the default, which writers may leave out");
                return;
            }
            at = next.get();
        }
    }

    /** The JSON with a value in one place; objects on the way are made. */
    Json.Obj with(Json.Obj json, String path, Json value) {
        return with(json, way(path), value);
    }

    private static Json.Obj with(Json.Obj json, List<FieldDescriptor> way, Json value) {
        String name = way.get(0).getJsonName();
        if (way.size() == 1) {
            return json.with(name, value);
        }
        Json.Obj inner = json.object(name).orElse(Json.object());
        return json.with(name, with(inner, way.subList(1, way.size()), value));
    }

    /**
     * The JSON without what is neither wanted nor on the way to it.
     *
     * @param wanted dotted names; one that ends with a dot wants a message and nothing within it
     */
    Json.Obj narrow(Json.Obj json, Set<String> wanted) {
        return narrow(json, wanted.stream().map(this::members).toList());
    }

    private List<String> members(String path) {
        boolean bare = path.endsWith(".");
        List<String> names = new ArrayList<>();
        way(bare ? path.substring(0, path.length() - 1) : path).forEach(field -> names.add(field.getJsonName()));
        if (bare) {
            names.add("");
        }
        return names;
    }

    private static Json.Obj narrow(Json.Obj json, List<List<String>> ways) {
        Json.Obj kept = Json.object();
        for (var member : json.members().entrySet()) {
            List<List<String>> through = ways.stream()
                    .filter(way -> way.get(0).equals(member.getKey()))
                    .map(way -> way.subList(1, way.size()))
                    .toList();
            if (through.stream().anyMatch(List::isEmpty)) {
                kept = kept.with(member.getKey(), member.getValue());
            } else if (!through.isEmpty()) {
                kept = kept.with(member.getKey(), inner(member.getValue(), through));
            }
        }
        return kept;
    }

    private static Json inner(Json value, List<List<String>> ways) {
        if (value instanceof Json.Obj object) {
            return narrow(object, ways);
        }
        return value instanceof Json.Arr elements
                ? new Json.Arr(elements.values().stream()
                        .map(element -> inner(element, ways))
                        .toList())
                : value;
    }
}
