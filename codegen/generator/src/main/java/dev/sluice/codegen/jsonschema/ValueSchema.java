package dev.sluice.codegen.jsonschema;

import dev.sluice.codegen.rules.FieldRules;
import dev.sluice.schema.model.EnumType;
import dev.sluice.schema.model.EnumValue;
import dev.sluice.schema.model.Field;
import dev.sluice.schema.value.Value;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** The schema of one value other than a message, in canonical JSON. */
final class ValueSchema {
    private static final BigDecimal UINT32 = new BigDecimal("4294967295");
    private static final BigDecimal UINT64 = new BigDecimal("18446744073709551615");

    private ValueSchema() {}

    static Map<String, Object> of(Field field, FieldRules rules) {
        return switch (field.type()) {
            case BOOL -> bool(rules);
            case INT32, SINT32, SFIXED32 ->
                NumberSchema.integer(
                        BigDecimal.valueOf(Integer.MIN_VALUE), BigDecimal.valueOf(Integer.MAX_VALUE), rules);
            case UINT32, FIXED32 -> NumberSchema.integer(BigDecimal.ZERO, UINT32, rules);
            case INT64, SINT64, SFIXED64 ->
                NumberSchema.longInteger(BigDecimal.valueOf(Long.MIN_VALUE), BigDecimal.valueOf(Long.MAX_VALUE), rules);
            case UINT64, FIXED64 -> NumberSchema.longInteger(BigDecimal.ZERO, UINT64, rules);
            case FLOAT, DOUBLE -> NumberSchema.decimal(rules);
            case STRING -> string(rules);
            case BYTES -> bytes(rules);
            case ENUM -> enumeration(field.enumType().orElseThrow(), rules);
            case MESSAGE, GROUP -> throw new IllegalArgumentException("not a scalar: " + field.fullName());
        };
    }

    private static Map<String, Object> bool(FieldRules rules) {
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("type", "boolean");
        if (rules.value("const").orElse(null) instanceof Value.Bool wanted) {
            schema.put("const", wanted.value());
        }
        return schema;
    }

    private static Map<String, Object> string(FieldRules rules) {
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("type", "string");
        rules.text("const").ifPresent(text -> schema.put("const", text));
        rules.count("len").or(() -> rules.count("min_len")).ifPresent(count -> schema.put("minLength", count));
        rules.count("len").or(() -> rules.count("max_len")).ifPresent(count -> schema.put("maxLength", count));
        if (!schema.containsKey("maxLength")) {
            rules.count("max_bytes").ifPresent(count -> schema.put("maxLength", count));
        }
        List<String> patterns = new ArrayList<>();
        rules.text("pattern").ifPresent(patterns::add);
        rules.text("prefix").ifPresent(text -> patterns.add("^" + literal(text)));
        rules.text("suffix").ifPresent(text -> patterns.add(literal(text) + "$"));
        rules.text("contains").ifPresent(text -> patterns.add(literal(text)));
        if (patterns.size() == 1) {
            schema.put("pattern", patterns.get(0));
        } else if (!patterns.isEmpty()) {
            schema.put(
                    "allOf",
                    patterns.stream().map(pattern -> Map.of("pattern", pattern)).toList());
        }
        for (Map.Entry<String, String> format : FORMATS.entrySet()) {
            if (rules.isOn(format.getKey())) {
                schema.put("format", format.getValue());
                if (!format.getKey().equals("uri_ref")) {
                    schema.putIfAbsent("minLength", 1L);
                }
            }
        }
        List<String> in = texts(rules, "in");
        if (!in.isEmpty()) {
            schema.put("enum", in);
        }
        List<String> notIn = texts(rules, "not_in");
        if (!notIn.isEmpty()) {
            schema.put("not", Map.of("enum", notIn));
        }
        return schema;
    }

    private static final Map<String, String> FORMATS = Map.of(
            "uri", "uri",
            "uri_ref", "uri-reference",
            "email", "email",
            "hostname", "hostname",
            "ipv4", "ipv4",
            "ipv6", "ipv6",
            "uuid", "uuid");

    private static String literal(String text) {
        return text.replaceAll("[\\\\^$.|?*+()\\[\\]{}/]", "\\\\$0");
    }

    private static List<String> texts(FieldRules rules, String rule) {
        List<String> texts = new ArrayList<>();
        for (Value value : rules.values().getOrDefault(rule, List.of())) {
            if (value instanceof Value.Text text) {
                texts.add(text.value());
            }
        }
        return texts;
    }

    /** Base64: n bytes are between n * 4 / 3 rounded up, without padding, and the next multiple of four. */
    private static Map<String, Object> bytes(FieldRules rules) {
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("type", "string");
        schema.put("contentEncoding", "base64");
        schema.put("pattern", "^[A-Za-z0-9+/_-]*={0,2}$");
        rules.count("len")
                .or(() -> rules.count("min_len"))
                .filter(count -> count > 0)
                .ifPresent(count -> schema.put("minLength", (count * 4 + 2) / 3));
        rules.count("len")
                .or(() -> rules.count("max_len"))
                .ifPresent(count -> schema.put("maxLength", (count + 2) / 3 * 4));
        return schema;
    }

    private static Map<String, Object> enumeration(EnumType type, FieldRules rules) {
        if (type.fullName().equals("google.protobuf.NullValue")) {
            return Map.of("type", "null");
        }
        Set<Integer> in = numbers(rules, "in");
        Set<Integer> notIn = numbers(rules, "not_in");
        Set<Integer> only = numbers(rules, "const");
        List<String> names = new ArrayList<>();
        for (EnumValue value : type.values()) {
            boolean allowed = (in.isEmpty() || in.contains(value.number()))
                    && !notIn.contains(value.number())
                    && (only.isEmpty() || only.contains(value.number()));
            if (allowed) {
                names.add(value.name());
            }
        }
        Map<String, Object> named = new LinkedHashMap<>();
        named.put("enum", names);
        if (rules.isOn("defined_only") || type.isClosed() || !in.isEmpty() || !only.isEmpty()) {
            return named;
        }
        Map<String, Object> number = new LinkedHashMap<>();
        number.put("type", "integer");
        number.put("minimum", Integer.MIN_VALUE);
        number.put("maximum", Integer.MAX_VALUE);
        if (!notIn.isEmpty()) {
            number.put("not", Map.of("enum", List.copyOf(notIn)));
        }
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("anyOf", List.of(named, number));
        return schema;
    }

    private static Set<Integer> numbers(FieldRules rules, String rule) {
        Set<Integer> numbers = new TreeSet<>();
        for (Value value : rules.values().getOrDefault(rule, List.of())) {
            if (value instanceof Value.Int number) {
                numbers.add((int) number.value());
            }
        }
        return numbers;
    }

    /** The schema of a map's keys, which are strings in JSON. */
    static Map<String, Object> key(Field field, FieldRules rules) {
        return switch (field.type()) {
            case STRING -> string(rules);
            case BOOL -> Map.of("enum", List.of("false", "true"));
            case INT32, SINT32, SFIXED32, INT64, SINT64, SFIXED64 -> Map.of("pattern", "^(0|-?[1-9][0-9]{0,18})$");
            case UINT32, FIXED32, UINT64, FIXED64 -> Map.of("pattern", "^(0|[1-9][0-9]{0,19})$");
            case FLOAT, DOUBLE, BYTES, ENUM, MESSAGE, GROUP ->
                throw new IllegalArgumentException("not a key: " + field.fullName());
        };
    }

    /** Whether the zero value, which absence stands for, breaks a constraint. */
    static boolean refusesZero(Field field, FieldRules rules) {
        return switch (field.type()) {
            case STRING ->
                rules.text("const").filter(text -> !text.isEmpty()).isPresent()
                        || rules.count("len")
                                .or(() -> rules.count("min_len"))
                                .filter(count -> count != 0)
                                .isPresent()
                        || rules.count("len_bytes")
                                .or(() -> rules.count("min_bytes"))
                                .filter(count -> count != 0)
                                .isPresent()
                        || rules.text("pattern")
                                .filter(pattern -> !matchesEmpty(pattern))
                                .isPresent()
                        || refusesNothing(rules)
                        || (rules.values().containsKey("in")
                                && !texts(rules, "in").contains(""));
            case BYTES ->
                rules.count("len")
                                .or(() -> rules.count("min_len"))
                                .filter(count -> count != 0)
                                .isPresent()
                        || refusesNothing(rules);
            case BOOL -> rules.value("const").orElse(null) instanceof Value.Bool wanted && wanted.value();
            case INT32,
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
                    DOUBLE,
                    ENUM -> NumberZero.isRefused(rules);
            case MESSAGE, GROUP -> false;
        };
    }

    /** Whether a format or a part that is asked for keeps a text or bytes from being empty. */
    private static boolean refusesNothing(FieldRules rules) {
        for (Map.Entry<String, List<Value>> rule : rules.values().entrySet()) {
            boolean isFormat = rules.isOn(rule.getKey())
                    && !rule.getKey().equals("uri_ref")
                    && !rule.getKey().equals("strict")
                    && rule.getKey().indexOf('.') < 0;
            boolean isPart = List.of("prefix", "suffix", "contains").contains(rule.getKey())
                    && !rule.getValue().equals(List.of(new Value.Text("")));
            boolean isHeaderName = rule.getKey().equals("well_known_regex")
                    && rule.getValue().get(0) instanceof Value.EnumNumber number
                    && number.number() == 1;
            if (isFormat || isPart || isHeaderName) {
                return true;
            }
        }
        return false;
    }

    private static boolean matchesEmpty(String pattern) {
        try {
            return Pattern.compile(pattern).matcher("").find();
        } catch (PatternSyntaxException e) {
            return true;
        }
    }

    /** The constraints that a schema does not say, or not in full: of 64-bit integers as strings, and of bytes. */
    static List<String> unsaid(Field field, FieldRules rules) {
        boolean positive = rules.values().size() == 1
                && rules.value("gte")
                        .filter(bound -> NumberSchema.number(bound).equals(BigDecimal.ONE))
                        .isPresent();
        List<String> unsaid = new ArrayList<>();
        for (String rule : rules.values().keySet()) {
            boolean isUnsaid = switch (field.type()) {
                case INT64, SINT64, SFIXED64 -> true;
                case UINT64, FIXED64 -> !positive;
                case STRING -> !SAID.contains(rule);
                case BYTES -> !rule.equals("len") && !rule.equals("min_len") && !rule.equals("max_len");
                case GROUP, MESSAGE -> !WRAPPED.contains(rules.kind());
                case BOOL, DOUBLE, ENUM, FIXED32, FLOAT, INT32, SFIXED32, SINT32, UINT32 -> false;
            };
            if (isUnsaid && !field.isRepeated()) {
                unsaid.add(rules.kind() + "." + rule);
            }
        }
        return unsaid;
    }

    private static final Set<String> SAID = Set.of(
            "const",
            "len",
            "min_len",
            "max_len",
            "pattern",
            "prefix",
            "suffix",
            "contains",
            "in",
            "not_in",
            "uri",
            "uri_ref",
            "email",
            "hostname",
            "ipv4",
            "ipv6",
            "uuid");

    /** Kinds whose rules are said where a wrapper has them. */
    private static final Set<String> WRAPPED = Set.of("bool", "double", "float", "int32", "uint32");
}
