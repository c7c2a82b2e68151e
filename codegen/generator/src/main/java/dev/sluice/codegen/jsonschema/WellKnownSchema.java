package dev.sluice.codegen.jsonschema;

import dev.sluice.codegen.rules.FieldRules;
import dev.sluice.schema.model.MessageType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The schemas of protobuf's own messages, which have a JSON form of their own (protobuf.dev, ProtoJSON Format). */
final class WellKnownSchema {
    private static final String TIME =
            "^[0-9]{4}-[0-9]{2}-[0-9]{2}[Tt][0-9]{2}:[0-9]{2}:[0-9]{2}(\\.[0-9]{1,9})?([Zz]|[+-][0-9]{2}:[0-9]{2})$";

    private WellKnownSchema() {}

    /** The schema of a message's JSON form, or empty where that is an object with a member a field. */
    static Optional<Map<String, Object>> of(MessageType message, FieldRules rules) {
        if (!message.file().packageName().equals("google.protobuf")) {
            return Optional.empty();
        }
        return switch (message.name()) {
            case "Timestamp" -> {
                Map<String, Object> schema = text(TIME);
                schema.put("format", "date-time");
                yield Optional.of(schema);
            }
            case "Duration" -> Optional.of(text("^-?[0-9]{1,12}(\\.[0-9]{1,9})?s$"));
            case "FieldMask" -> Optional.of(text("^([A-Za-z0-9_.]+(,[A-Za-z0-9_.]+)*)?$"));
            case "Struct" -> Optional.of(ofType("object"));
            case "ListValue" -> Optional.of(ofType("array"));
            case "Value" -> Optional.of(new LinkedHashMap<>());
            case "Any" -> {
                Map<String, Object> schema = ofType("object");
                schema.put("properties", Map.of("@type", Map.of("type", "string")));
                schema.put("anyOf", List.of(Map.of("required", List.of("@type")), Map.of("maxProperties", 0)));
                yield Optional.of(schema);
            }
            case "BoolValue",
                    "BytesValue",
                    "DoubleValue",
                    "FloatValue",
                    "Int32Value",
                    "Int64Value",
                    "StringValue",
                    "UInt32Value",
                    "UInt64Value" -> Optional.of(ValueSchema.of(message.field(1).orElseThrow(), rules));
            default -> Optional.empty();
        };
    }

    private static Map<String, Object> ofType(String type) {
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("type", type);
        return schema;
    }

    private static Map<String, Object> text(String pattern) {
        Map<String, Object> schema = ofType("string");
        schema.put("pattern", pattern);
        return schema;
    }
}
