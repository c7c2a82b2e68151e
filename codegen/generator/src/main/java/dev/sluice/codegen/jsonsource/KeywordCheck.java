package dev.sluice.codegen.jsonsource;

import dev.sluice.codegen.jsonsource.Keywords.Form;
import dev.sluice.runtime.json.JsonValue;
import dev.sluice.schema.problem.Problems;
import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Finds what is wrong with schemas, keyword by keyword: nothing that a schema says is passed over in silence. */
final class KeywordCheck {
    private static final Set<String> TYPES =
            Set.of("null", "boolean", "object", "array", "number", "string", "integer");

    private final References references;
    private final Problems problems;
    private final Set<SchemaNode> seen = new HashSet<>();
    private final Deque<SchemaNode> waiting = new ArrayDeque<>();

    KeywordCheck(References references, Problems problems) {
        this.references = references;
        this.problems = problems;
    }

    /** Checks a document and what it refers to. */
    void check(SchemaDocument document) {
        waiting.add(document.root());
        while (!waiting.isEmpty()) {
            SchemaNode node = waiting.poll();
            if (seen.add(node)) {
                node(node);
            }
        }
    }

    private void node(SchemaNode node) {
        if (!Keywords.isSchema(node.value())) {
            problems.add(node.problem("a schema is an object, true or false"));
            return;
        }
        for (Map.Entry<String, JsonValue> entry : node.keywords().entrySet()) {
            String keyword = entry.getKey();
            Optional<Form> form = Keywords.form(keyword);
            if (form.isPresent()) {
                keyword(node, keyword, entry.getValue(), form.get());
            } else if (!keyword.startsWith("x-")) {
                problems.add(node.problem(
                        "no keyword of JSON Schema is called \"" + keyword
                                + "\"; correct it, or let an annotation of your own start with x-",
                        keyword));
            }
        }
        waiting.addAll(Keywords.children(node));
    }

    private void keyword(SchemaNode node, String keyword, JsonValue value, Form form) {
        switch (form) {
            case SCHEMA -> require(node, keyword, "a schema", Keywords.isSchema(value));
            case SCHEMAS ->
                require(
                        node,
                        keyword,
                        "a list of schemas, at least one",
                        !node.elements(keyword).isEmpty()
                                && node.elements(keyword).stream().allMatch(Keywords::isSchema));
            case SCHEMAS_BY_NAME -> byName(node, keyword, value);
            case ITEMS -> items(node, keyword, value);
            case DEPENDENCIES -> dependencies(node, keyword, value);
            case NAMES_BY_NAME ->
                require(
                        node,
                        keyword,
                        "an object of lists of strings",
                        value instanceof JsonValue.ObjectValue
                                && node.members(keyword).values().stream().allMatch(KeywordCheck::isTexts));
            case NAMES -> require(node, keyword, "a list of strings", isTexts(value));
            case TYPES -> types(node, keyword, value);
            case VALUES ->
                require(
                        node,
                        keyword,
                        "a list of values, at least one",
                        !node.elements(keyword).isEmpty());
            case COUNT -> require(node, keyword, "a whole number from 0 to 2147483647", isCount(value));
            case NUMBER -> require(node, keyword, "a number", value instanceof JsonValue.NumberValue);
            case POSITIVE ->
                require(
                        node,
                        keyword,
                        "a number above 0",
                        value instanceof JsonValue.NumberValue number
                                && number.value().signum() > 0);
            case BOOLEAN -> require(node, keyword, "true or false", value instanceof JsonValue.BooleanValue);
            case TEXT -> text(node, keyword, value);
            case PATTERN -> pattern(node, keyword);
            case VALUE, ANNOTATION -> {}
            case UNSUPPORTED ->
                problems.add(node.problem(
                        keyword + " is not supported: no Java is generated for it; say it with other keywords",
                        keyword));
        }
    }

    private void require(SchemaNode node, String keyword, String wanted, boolean holds) {
        if (!holds) {
            problems.add(node.problem(keyword + " must be " + wanted, keyword));
        }
    }

    private void byName(SchemaNode node, String keyword, JsonValue value) {
        boolean holds = value instanceof JsonValue.ObjectValue
                && node.members(keyword).values().stream().allMatch(Keywords::isSchema);
        require(node, keyword, "an object of schemas", holds);
        if (keyword.equals("patternProperties")) {
            for (String pattern : node.members(keyword).keySet()) {
                EcmaPattern.problem(pattern)
                        .ifPresent(reason -> problems.add(
                                node.problem("the pattern is not supported: " + reason, keyword, pattern)));
            }
        }
    }

    private void items(SchemaNode node, String keyword, JsonValue value) {
        boolean isList = value instanceof JsonValue.ArrayValue;
        if (isList && !node.document().dialect().itemsMayBeList()) {
            problems.add(node.problem("items must be a schema; a list of schemas is called prefixItems", keyword));
        } else {
            boolean holds =
                    isList ? node.elements(keyword).stream().allMatch(Keywords::isSchema) : Keywords.isSchema(value);
            require(node, keyword, "a schema", holds);
        }
    }

    private void dependencies(SchemaNode node, String keyword, JsonValue value) {
        boolean holds = value instanceof JsonValue.ObjectValue
                && node.members(keyword).values().stream()
                        .allMatch(member -> Keywords.isSchema(member) || isTexts(member));
        require(node, keyword, "an object of schemas and lists of strings", holds);
    }

    private void types(SchemaNode node, String keyword, JsonValue value) {
        List<String> types =
                value instanceof JsonValue.StringValue string ? List.of(string.value()) : node.texts(keyword);
        boolean holds = !types.isEmpty()
                && TYPES.containsAll(types)
                && (value instanceof JsonValue.StringValue || isTexts(value))
                && new HashSet<>(types).size() == types.size();
        require(node, keyword, "one or more of null, boolean, object, array, number, string, integer", holds);
    }

    private void text(SchemaNode node, String keyword, JsonValue value) {
        require(node, keyword, "a string", value instanceof JsonValue.StringValue);
        String text = node.text(keyword).orElse("");
        if (keyword.equals("$ref") && value instanceof JsonValue.StringValue) {
            Optional<SchemaNode> target = references.target(node);
            if (target.isEmpty()) {
                problems.add(node.problem(
                        "$ref \"" + text
                                + "\" refers to nothing in the given folder; schemas are read from nowhere else",
                        keyword));
            }
            target.ifPresent(waiting::add);
        }
    }

    private void pattern(SchemaNode node, String keyword) {
        require(node, keyword, "a string", node.text(keyword).isPresent());
        node.text(keyword)
                .flatMap(EcmaPattern::problem)
                .ifPresent(reason -> problems.add(node.problem("the pattern is not supported: " + reason, keyword)));
    }

    private static boolean isTexts(JsonValue value) {
        return value instanceof JsonValue.ArrayValue array
                && array.elements().stream().allMatch(JsonValue.StringValue.class::isInstance);
    }

    private static boolean isCount(JsonValue value) {
        return value instanceof JsonValue.NumberValue number
                && number.isInteger()
                && number.value().signum() >= 0
                && number.value().compareTo(BigDecimal.valueOf(Integer.MAX_VALUE)) <= 0;
    }
}
