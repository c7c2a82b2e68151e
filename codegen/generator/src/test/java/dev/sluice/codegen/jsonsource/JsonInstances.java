package dev.sluice.codegen.jsonsource;

import dev.sluice.runtime.json.JsonValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.function.BiFunction;

/** Random JSON values that mostly satisfy a schema, and mutations of them that often do not. */
final class JsonInstances {
    private static final List<String> ODD = List.of(
            "null",
            "true",
            "false",
            "0",
            "-1",
            "1",
            "3",
            "2.5",
            "1.0",
            "1e2",
            "99999999999",
            "\"\"",
            "\"a\"",
            "\"abcdefghijklmnopqrstuvwxyz\"",
            "\"AB-1234\"",
            "\"2030-02-30\"",
            "\"2030-01-31T09:30:00Z\"",
            "[]",
            "[1]",
            "[\"a\",\"a\"]",
            "{}",
            "{\"x\":1}",
            "{\"radius\":1,\"side\":2}",
            "{\"left\":1,\"right\":2,\"label\":\"l\"}");

    /** A text for each format that the tests use. */
    private static final Map<String, List<String>> FORMATS = Map.ofEntries(
            Map.entry("uuid", List.of("123e4567-e89b-12d3-a456-426614174000")),
            Map.entry("date-time", List.of("2030-01-31T09:30:00Z", "2030-01-31T09:30:00.500+02:00")),
            Map.entry("date", List.of("2030-01-31", "2028-02-29")),
            Map.entry("time", List.of("09:30:00Z", "23:59:59.250-08:00")),
            Map.entry("duration", List.of("P1Y2M3DT4H5M6S", "PT15M", "P2W")),
            Map.entry("uri", List.of("https://shop.example/a?b=c#d", "urn:x:y")),
            Map.entry("uri-reference", List.of("/a/b?c")),
            Map.entry("ipv4", List.of("127.0.0.1")),
            Map.entry("hostname", List.of("shop.example")));

    private final BiFunction<String, JsonValue, JsonValue> references;
    private final Random random;

    /**
     * Makes values.
     *
     * @param references gives the schema that a {@code $ref} names
     */
    JsonInstances(BiFunction<String, JsonValue, JsonValue> references, long seed) {
        this.references = references;
        this.random = new Random(seed);
    }

    JsonValue of(JsonValue schema) {
        return of(schema, 0);
    }

    private JsonValue of(JsonValue schema, int depth) {
        if (!(schema instanceof JsonValue.ObjectValue object)) {
            return odd();
        }
        Map<String, JsonValue> keywords = merged(object, depth);
        if (keywords.containsKey("const")) {
            return Objects.requireNonNull(keywords.get("const"));
        }
        for (String keyword : List.of("enum", "examples")) {
            if (keywords.get(keyword) instanceof JsonValue.ArrayValue values) {
                return pick(values.elements());
            }
        }
        for (String keyword : List.of("oneOf", "anyOf")) {
            if (keywords.get(keyword) instanceof JsonValue.ArrayValue cases) {
                Map<String, JsonValue> rest = new LinkedHashMap<>(keywords);
                rest.remove(keyword);
                rest.remove("$schema");
                int last = depth > 5
                        ? cases.elements().size() - 1
                        : random.nextInt(cases.elements().size());
                return of(with(rest, cases.elements().get(last)), depth + 1);
            }
        }
        return ofType(type(keywords), keywords, depth);
    }

    private JsonValue with(Map<String, JsonValue> keywords, JsonValue more) {
        Map<String, JsonValue> joined = new LinkedHashMap<>(keywords);
        if (more instanceof JsonValue.ObjectValue object) {
            object.members().forEach((name, value) -> joined.merge(name, value, this::join));
        }
        return new JsonValue.ObjectValue(joined);
    }

    /** The keywords with those of {@code $ref} and {@code allOf}. */
    private Map<String, JsonValue> merged(JsonValue.ObjectValue object, int depth) {
        Map<String, JsonValue> keywords = new LinkedHashMap<>();
        List<JsonValue> parts = new ArrayList<>();
        if (object.members().get("$ref") instanceof JsonValue.StringValue ref) {
            parts.add(references.apply(ref.value(), object));
        }
        if (object.members().get("allOf") instanceof JsonValue.ArrayValue all) {
            parts.addAll(all.elements());
        }
        parts.add(new JsonValue.ObjectValue(Map.of()));
        for (JsonValue part : parts) {
            if (part instanceof JsonValue.ObjectValue inner && depth < 30) {
                merged(inner, depth + 1).forEach((name, value) -> keywords.merge(name, value, this::join));
            }
        }
        object.members().forEach((name, value) -> {
            if (!name.equals("$ref") && !name.equals("allOf")) {
                keywords.merge(name, value, this::join);
            }
        });
        return keywords;
    }

    private JsonValue join(JsonValue one, JsonValue other) {
        if (one instanceof JsonValue.ObjectValue first && other instanceof JsonValue.ObjectValue second) {
            Map<String, JsonValue> joined = new LinkedHashMap<>(first.members());
            second.members().forEach((name, value) -> joined.merge(name, value, this::join));
            return new JsonValue.ObjectValue(joined);
        }
        if (one instanceof JsonValue.ArrayValue first && other instanceof JsonValue.ArrayValue second) {
            Set<JsonValue> joined = new LinkedHashSet<>(first.elements());
            joined.addAll(second.elements());
            return new JsonValue.ArrayValue(List.copyOf(joined));
        }
        return other;
    }

    private <T> T pick(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }

    JsonValue odd() {
        return JsonValue.parse(pick(ODD));
    }

    private String type(Map<String, JsonValue> keywords) {
        JsonValue type = keywords.get("type");
        if (type instanceof JsonValue.StringValue one) {
            return one.value();
        }
        if (type instanceof JsonValue.ArrayValue many) {
            return ((JsonValue.StringValue) pick(many.elements())).value();
        }
        return keywords.containsKey("properties") || keywords.containsKey("required") ? "object" : "any";
    }

    private JsonValue ofType(String type, Map<String, JsonValue> keywords, int depth) {
        return switch (type) {
            case "null" -> JsonValue.NULL;
            case "boolean" -> new JsonValue.BooleanValue(random.nextBoolean());
            case "string" -> string(keywords);
            case "integer" -> new JsonValue.NumberValue(Long.toString(number(keywords)));
            case "number" ->
                new JsonValue.NumberValue(
                        random.nextBoolean() ? "0.5" : number(keywords) + (random.nextBoolean() ? "" : ".25"));
            case "array" -> array(keywords, depth);
            case "object" -> object(keywords, depth);
            default -> odd();
        };
    }

    private long count(Map<String, JsonValue> keywords, String keyword, long absent) {
        return keywords.get(keyword) instanceof JsonValue.NumberValue number
                ? number.value().longValue()
                : absent;
    }

    private long number(Map<String, JsonValue> keywords) {
        long least = count(keywords, "minimum", count(keywords, "exclusiveMinimum", 0));
        long greatest = count(keywords, "maximum", count(keywords, "exclusiveMaximum", least + 10));
        long range = Math.max(1, Math.min(6, greatest - least + 1));
        return random.nextInt(4) == 0 ? greatest : least + random.nextInt((int) range);
    }

    private JsonValue string(Map<String, JsonValue> keywords) {
        if (keywords.get("format") instanceof JsonValue.StringValue format) {
            return new JsonValue.StringValue(pick(FORMATS.getOrDefault(format.value(), List.of("abc"))));
        }
        if (keywords.containsKey("contentEncoding")) {
            return new JsonValue.StringValue(pick(List.of("", "YWI=", "AAECAwQF")));
        }
        int least = (int) count(keywords, "minLength", 0);
        int greatest = (int) count(keywords, "maxLength", least + 4);
        int length = least + random.nextInt(Math.min(5, greatest - least + 1));
        String stem = pick(List.of("a", "é", "\uD83D\uDE00", "+", "z"));
        return new JsonValue.StringValue(stem.repeat(length));
    }

    private JsonValue array(Map<String, JsonValue> keywords, int depth) {
        List<JsonValue> elements = new ArrayList<>();
        if (keywords.get("prefixItems") instanceof JsonValue.ArrayValue prefix) {
            prefix.elements().forEach(schema -> elements.add(of(schema, depth + 1)));
            return new JsonValue.ArrayValue(elements);
        }
        if (keywords.get("items") instanceof JsonValue.ArrayValue prefix) {
            prefix.elements().forEach(schema -> elements.add(of(schema, depth + 1)));
            return new JsonValue.ArrayValue(elements);
        }
        int least = (int) count(keywords, "minItems", 0);
        int size = least + (depth > 5 ? 0 : random.nextInt(3));
        for (int i = 0; i < size; i++) {
            elements.add(keywords.get("items") instanceof JsonValue.ObjectValue items ? of(items, depth + 1) : odd());
        }
        if (keywords.get("contains") instanceof JsonValue.ObjectValue contained) {
            elements.add(of(contained, depth + 1));
        }
        return new JsonValue.ArrayValue(elements);
    }

    private JsonValue object(Map<String, JsonValue> keywords, int depth) {
        Map<String, JsonValue> members = new LinkedHashMap<>();
        Set<String> required = new LinkedHashSet<>();
        if (keywords.get("required") instanceof JsonValue.ArrayValue names) {
            names.elements().forEach(name -> required.add(((JsonValue.StringValue) name).value()));
        }
        if (keywords.get("properties") instanceof JsonValue.ObjectValue properties) {
            properties.members().forEach((name, schema) -> {
                boolean absent = depth > 4 || random.nextInt(3) == 0 || schema instanceof JsonValue.BooleanValue;
                if (required.contains(name) || !absent) {
                    members.put(name, of(schema, depth + 1));
                }
            });
        }
        required.forEach(name -> members.computeIfAbsent(name, absent -> odd()));
        boolean closed = keywords.get("additionalProperties") instanceof JsonValue.BooleanValue;
        if (!closed && depth < 5) {
            for (int i = random.nextInt(3); i > 0; i--) {
                JsonValue value = keywords.get("additionalProperties") instanceof JsonValue.ObjectValue schema
                        ? of(schema, depth + 1)
                        : odd();
                members.putIfAbsent(pick(List.of("k", "zz", "other")), value);
            }
        }
        return new JsonValue.ObjectValue(members);
    }

    /** The value with one change at a random place. */
    JsonValue mutated(JsonValue value) {
        if (value instanceof JsonValue.ObjectValue object && !object.members().isEmpty() && random.nextInt(5) > 0) {
            Map<String, JsonValue> members = new LinkedHashMap<>(object.members());
            String name = pick(List.copyOf(members.keySet()));
            switch (random.nextInt(4)) {
                case 0 -> members.remove(name);
                case 1 -> members.put(pick(List.of("x-1", "Q", "a", "b", "label", "longer-name")), odd());
                default -> members.put(name, mutated(Objects.requireNonNull(members.get(name))));
            }
            return new JsonValue.ObjectValue(members);
        }
        if (value instanceof JsonValue.ArrayValue array && !array.elements().isEmpty() && random.nextInt(5) > 0) {
            List<JsonValue> elements = new ArrayList<>(array.elements());
            int at = random.nextInt(elements.size());
            switch (random.nextInt(3)) {
                case 0 -> elements.remove(at);
                case 1 -> elements.add(elements.get(at));
                default -> elements.set(at, mutated(elements.get(at)));
            }
            return new JsonValue.ArrayValue(elements);
        }
        if (value instanceof JsonValue.StringValue string && random.nextInt(3) > 0) {
            String text = string.value();
            return new JsonValue.StringValue(
                    random.nextBoolean() ? text + pick(List.of("!", "Z", "0")) : text.substring(text.length() / 2));
        }
        return odd();
    }
}
