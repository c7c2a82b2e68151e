package dev.sluice.codegen.jsonsource;

import dev.sluice.runtime.json.JsonValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The keywords of JSON Schema, and what their values are. */
final class Keywords {

    /** What a keyword's value is. */
    enum Form {
        SCHEMA,
        SCHEMAS,
        SCHEMAS_BY_NAME,
        ITEMS,
        DEPENDENCIES,
        NAMES_BY_NAME,
        NAMES,
        TYPES,
        VALUES,
        VALUE,
        COUNT,
        NUMBER,
        POSITIVE,
        BOOLEAN,
        TEXT,
        PATTERN,
        ANNOTATION,
        UNSUPPORTED
    }

    private static final Map<String, Form> FORMS = new LinkedHashMap<>();

    /** Keywords whose schemas apply to the value itself rather than to values within it. */
    private static final List<String> IN_PLACE =
            List.of("$ref", "allOf", "anyOf", "oneOf", "not", "if", "then", "else", "dependentSchemas", "dependencies");

    static {
        put(
                Form.SCHEMA,
                "not",
                "if",
                "then",
                "else",
                "contains",
                "additionalProperties",
                "propertyNames",
                "additionalItems");
        put(Form.SCHEMAS, "allOf", "anyOf", "oneOf", "prefixItems");
        put(Form.SCHEMAS_BY_NAME, "properties", "patternProperties", "dependentSchemas", "$defs", "definitions");
        put(Form.ITEMS, "items");
        put(Form.DEPENDENCIES, "dependencies");
        put(Form.NAMES_BY_NAME, "dependentRequired");
        put(Form.NAMES, "required");
        put(Form.TYPES, "type");
        put(Form.VALUES, "enum");
        put(Form.VALUE, "const");
        put(
                Form.COUNT,
                "minLength",
                "maxLength",
                "minItems",
                "maxItems",
                "minContains",
                "maxContains",
                "minProperties",
                "maxProperties");
        put(Form.NUMBER, "minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum");
        put(Form.POSITIVE, "multipleOf");
        put(Form.BOOLEAN, "uniqueItems", "deprecated");
        put(
                Form.TEXT,
                "$ref",
                "$id",
                "$anchor",
                "$schema",
                "$comment",
                "title",
                "description",
                "format",
                "contentEncoding",
                "contentMediaType");
        put(Form.PATTERN, "pattern");
        put(Form.ANNOTATION, "default", "examples", "readOnly", "writeOnly", "$vocabulary", "contentSchema");
        put(
                Form.UNSUPPORTED,
                "$dynamicRef",
                "$dynamicAnchor",
                "$recursiveRef",
                "$recursiveAnchor",
                "unevaluatedProperties",
                "unevaluatedItems");
    }

    /** Keywords that assert nothing by themselves. */
    private static final Set<String> SILENT = Set.of(
            "deprecated",
            "$id",
            "$anchor",
            "$schema",
            "$comment",
            "title",
            "description",
            "contentMediaType",
            "$defs",
            "definitions",
            "default",
            "examples",
            "readOnly",
            "writeOnly",
            "$vocabulary",
            "contentSchema");

    private Keywords() {}

    private static void put(Form form, String... names) {
        for (String name : names) {
            FORMS.put(name, form);
        }
    }

    static Optional<Form> form(String keyword) {
        return Optional.ofNullable(FORMS.get(keyword));
    }

    static Set<String> known() {
        return new TreeSet<>(FORMS.keySet());
    }

    /** Whether a keyword only tells something: no value is valid or invalid because of it. */
    static boolean isAnnotation(String keyword) {
        return SILENT.contains(keyword) || !FORMS.containsKey(keyword);
    }

    /** The schemas directly within a schema, in the order of the text. */
    static List<SchemaNode> children(SchemaNode node) {
        List<SchemaNode> children = new ArrayList<>();
        for (String keyword : node.keywords().keySet()) {
            children.addAll(children(node, keyword));
        }
        return children;
    }

    /** The schemas directly within a keyword's value; what is no schema there is left out. */
    static List<SchemaNode> children(SchemaNode node, String keyword) {
        Form form = FORMS.get(keyword);
        List<SchemaNode> children = new ArrayList<>();
        if (form == Form.SCHEMA || (form == Form.ITEMS && node.elements(keyword).isEmpty())) {
            children.add(node.child(keyword));
        } else if (form == Form.SCHEMAS || form == Form.ITEMS) {
            children.addAll(node.children(keyword));
        } else if (form == Form.SCHEMAS_BY_NAME || form == Form.DEPENDENCIES) {
            node.members(keyword).keySet().forEach(name -> children.add(node.child(keyword, name)));
        }
        children.removeIf(child -> !isSchema(child.value()));
        return children;
    }

    static boolean isSchema(JsonValue value) {
        return value instanceof JsonValue.ObjectValue || value instanceof JsonValue.BooleanValue;
    }

    /** The keywords whose schemas apply to the value itself. */
    static List<String> inPlace() {
        return IN_PLACE;
    }
}
