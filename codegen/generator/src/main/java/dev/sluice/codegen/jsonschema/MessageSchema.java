package dev.sluice.codegen.jsonschema;

import dev.sluice.codegen.GeneratedMark;
import dev.sluice.codegen.rules.CelRule;
import dev.sluice.codegen.rules.FieldRules;
import dev.sluice.codegen.rules.MessageRules;
import dev.sluice.codegen.source.Sources;
import dev.sluice.schema.model.Element;
import dev.sluice.schema.model.Field;
import dev.sluice.schema.model.MessageType;
import dev.sluice.schema.model.Oneof;
import dev.sluice.schema.model.SchemaSet;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Makes the schema document of one message; the messages it uses are definitions in it. */
final class MessageSchema {
    private final SchemaSet set;
    private final Sources sources;
    private final MessageType root;
    private final Map<String, MessageType> used = new TreeMap<>();

    MessageSchema(SchemaSet set, Sources sources, MessageType root) {
        this.set = set;
        this.sources = sources;
        this.root = root;
    }

    Map<String, Object> document() {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        document.put("$id", GeneratedMark.JSON_SCHEMA_ID + root.fullName());
        document.putAll(message(root));
        Map<String, Object> definitions = new TreeMap<>();
        while (definitions.size() < used.size()) {
            for (MessageType message : List.copyOf(used.values())) {
                if (!definitions.containsKey(message.fullName())) {
                    definitions.put(message.fullName(), message(message));
                }
            }
        }
        if (!definitions.isEmpty()) {
            document.put("$defs", definitions);
        }
        return document;
    }

    private void describe(Element element, Map<String, Object> schema) {
        sources.comment(element).ifPresent(comment -> schema.put("description", joined(comment)));
        if (element.options().bool(3, false)) {
            schema.put("deprecated", true);
        }
    }

    /** The comment with the lines of a paragraph joined. */
    private static String joined(String comment) {
        return comment.replaceAll("[ \\t]*\\n(?!\\n|[ \\t]*[-*] )(?<!\\n\\n)", " ")
                .strip();
    }

    private Map<String, Object> message(MessageType message) {
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("title", message.name());
        describe(message, schema);
        schema.put("type", "object");
        Map<String, Object> properties = new LinkedHashMap<>();
        List<String> required = new ArrayList<>();
        List<String> unsaid = new ArrayList<>();
        MessageRules rules = MessageRules.of(message, set);
        rules.cel().forEach(rule -> unsaid.add(rule.id()));
        rules.oneofs().forEach(oneof -> unsaid.add("at most one of " + String.join(", ", oneof.fields())));
        for (Field field : message.fields()) {
            FieldRules applied = applied(FieldRules.of(field, set));
            Map<String, Object> property = property(field, applied);
            properties.put(field.jsonName(), property);
            if (isRequired(field, applied)) {
                required.add(field.jsonName());
            }
            for (CelRule rule : applied.cel()) {
                unsaid.add(rule.id());
            }
            ValueSchema.unsaid(field, applied).forEach(rule -> unsaid.add(rule + " of " + field.jsonName()));
        }
        schema.put("properties", properties);
        if (!required.isEmpty()) {
            schema.put("required", required);
        }
        List<Object> oneofs = oneofs(message);
        if (!oneofs.isEmpty()) {
            schema.put("allOf", oneofs);
        }
        if (!unsaid.isEmpty()) {
            schema.put("$comment", "Constraints not expressed here: " + String.join(", ", unsaid));
        }
        return schema;
    }

    private static FieldRules applied(FieldRules rules) {
        return switch (rules.ignore()) {
            case UNSPECIFIED, NEVER -> rules;
            case IF_ZERO, ALWAYS -> FieldRules.NONE;
        };
    }

    private static boolean isRequired(Field field, FieldRules rules) {
        if (rules.required()) {
            return true;
        }
        if (field.isMap()) {
            return rules.count("min_pairs").filter(count -> count != 0).isPresent();
        }
        if (field.isRepeated()) {
            return rules.count("min_items").filter(count -> count != 0).isPresent();
        }
        return !field.hasPresence() && ValueSchema.refusesZero(field, rules);
    }

    private Map<String, Object> property(Field field, FieldRules rules) {
        Map<String, Object> schema = new LinkedHashMap<>();
        describe(field, schema);
        if (field.isMap()) {
            Field key = field.message().orElseThrow().field(1).orElseThrow();
            Field value = field.message().orElseThrow().field(2).orElseThrow();
            schema.put("type", "object");
            count(rules, "min_pairs", "minProperties", schema);
            count(rules, "max_pairs", "maxProperties", schema);
            schema.put("propertyNames", ValueSchema.key(key, applied(rules.within("keys", set))));
            schema.put("additionalProperties", value(value, applied(rules.within("values", set))));
        } else if (field.isRepeated()) {
            schema.put("type", "array");
            count(rules, "min_items", "minItems", schema);
            count(rules, "max_items", "maxItems", schema);
            if (rules.isOn("unique")) {
                schema.put("uniqueItems", true);
            }
            schema.put("items", value(field, applied(rules.within("items", set))));
        } else {
            schema.putAll(value(field, rules));
            if (rules.required() && !field.hasPresence()) {
                nonZero(field, schema);
            }
            if (rules.required() && field.isRepeated()) {
                schema.put("minItems", 1);
            }
        }
        if (rules.required() && field.isRepeated()) {
            schema.putIfAbsent(field.isMap() ? "minProperties" : "minItems", 1);
        }
        return schema;
    }

    /** Required without presence means another value than zero. */
    private static void nonZero(Field field, Map<String, Object> schema) {
        switch (field.type()) {
            case STRING, BYTES -> schema.putIfAbsent("minLength", 1);
            case BOOL -> schema.put("const", true);
            case ENUM,
                    INT32,
                    SINT32,
                    SFIXED32,
                    UINT32,
                    FIXED32,
                    INT64,
                    SINT64,
                    SFIXED64,
                    UINT64,
                    FIXED64,
                    FLOAT,
                    DOUBLE ->
                schema.put(
                        "allOf",
                        List.of(Map.of(
                                "not",
                                Map.of(
                                        "enum",
                                        field.enumType().isPresent()
                                                ? List.of(
                                                        0,
                                                        field.enumType()
                                                                .get()
                                                                .values()
                                                                .get(0)
                                                                .name())
                                                : List.of(0, "0")))));
            case MESSAGE, GROUP -> {}
        }
    }

    private static void count(FieldRules rules, String rule, String keyword, Map<String, Object> schema) {
        rules.count(rule).ifPresent(count -> schema.put(keyword, count));
    }

    private Map<String, Object> value(Field field, FieldRules rules) {
        if (field.message().isEmpty()) {
            return ValueSchema.of(field, rules);
        }
        MessageType message = field.message().get();
        Optional<Map<String, Object>> wellKnown = WellKnownSchema.of(message, rules);
        if (wellKnown.isPresent()) {
            return wellKnown.get();
        }
        Map<String, Object> reference = new LinkedHashMap<>();
        if (message == root) {
            reference.put("$ref", "#");
        } else {
            used.put(message.fullName(), message);
            reference.put("$ref", "#/$defs/" + message.fullName());
        }
        return reference;
    }

    /** At most one case of each oneof, exactly one where it is required. */
    private List<Object> oneofs(MessageType message) {
        List<Object> schemas = new ArrayList<>();
        for (Oneof oneof : message.oneofs()) {
            if (oneof.isSynthetic()) {
                continue;
            }
            List<Object> cases = new ArrayList<>();
            for (Field field : oneof.fields()) {
                cases.add(Map.of("required", List.of(field.jsonName())));
            }
            List<Object> choices = new ArrayList<>(cases);
            if (!MessageRules.isRequired(oneof, set)) {
                choices.add(Map.of("not", Map.of("anyOf", cases)));
            }
            schemas.add(Map.of("oneOf", choices));
        }
        return schemas;
    }
}
