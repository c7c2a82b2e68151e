package dev.sluice.codegen.jsonschema;

import dev.sluice.codegen.rules.FieldRules;
import dev.sluice.schema.value.Value;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Schemas of numbers: their type's range, narrowed by constraints. */
final class NumberSchema {
    private NumberSchema() {}

    /** A 32-bit integer, a JSON number. */
    static Map<String, Object> integer(BigDecimal least, BigDecimal greatest, FieldRules rules) {
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("type", "integer");
        constrain(schema, rules, least, greatest);
        return schema;
    }

    /** A 64-bit integer, written as a string and read from a number too. */
    static Map<String, Object> longInteger(BigDecimal least, BigDecimal greatest, FieldRules rules) {
        Map<String, Object> text = new LinkedHashMap<>();
        text.put("type", "string");
        boolean unsigned = least.signum() == 0;
        boolean positive = unsigned
                && rules.value("gte")
                        .map(NumberSchema::number)
                        .filter(BigDecimal.ONE::equals)
                        .isPresent();
        text.put(
                "pattern",
                positive ? "^[1-9][0-9]{0,19}$" : unsigned ? "^(0|[1-9][0-9]{0,19})$" : "^(0|-?[1-9][0-9]{0,18})$");
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("anyOf", List.of(text, integer(least, greatest, rules)));
        return schema;
    }

    /** A float or double. */
    static Map<String, Object> decimal(FieldRules rules) {
        Map<String, Object> number = new LinkedHashMap<>();
        number.put("type", "number");
        constrain(number, rules, null, null);
        List<String> special = new ArrayList<>();
        if (!rules.isOn("finite")
                && rules.value("const").isEmpty()
                && !rules.values().containsKey("in")) {
            boolean lower = rules.value("gt").or(() -> rules.value("gte")).isPresent();
            boolean upper = rules.value("lt").or(() -> rules.value("lte")).isPresent();
            if (!lower && !upper) {
                special.add("NaN");
            }
            if (!upper) {
                special.add("Infinity");
            }
            if (!lower) {
                special.add("-Infinity");
            }
        }
        if (special.isEmpty()) {
            return number;
        }
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("anyOf", List.of(number, Map.of("enum", special)));
        return schema;
    }

    private static void constrain(
            Map<String, Object> schema, FieldRules rules, @Nullable BigDecimal least, @Nullable BigDecimal greatest) {
        if (isExclusive(rules)) {
            schema.put("anyOf", List.of(bound(rules, true, least, greatest), bound(rules, false, least, greatest)));
        } else {
            lower(schema, rules, least);
            upper(schema, rules, greatest);
        }
        rules.value("const").ifPresent(value -> schema.put("const", plain(number(value))));
        List<BigDecimal> in = numbers(rules, "in");
        if (!in.isEmpty()) {
            schema.put("enum", in.stream().map(NumberSchema::plain).toList());
        }
        List<BigDecimal> notIn = numbers(rules, "not_in");
        if (!notIn.isEmpty()) {
            schema.put(
                    "not",
                    Map.of("enum", notIn.stream().map(NumberSchema::plain).toList()));
        }
    }

    /** Whether the upper bound is below the lower one, so that either suffices. */
    private static boolean isExclusive(FieldRules rules) {
        Value lower = rules.value("gt").or(() -> rules.value("gte")).orElse(null);
        Value upper = rules.value("lt").or(() -> rules.value("lte")).orElse(null);
        return lower != null && upper != null && number(upper).compareTo(number(lower)) < 0;
    }

    private static Map<String, Object> bound(
            FieldRules rules, boolean ofLower, @Nullable BigDecimal least, @Nullable BigDecimal greatest) {
        Map<String, Object> bound = new LinkedHashMap<>();
        lower(bound, ofLower ? rules : FieldRules.NONE, least);
        upper(bound, ofLower ? FieldRules.NONE : rules, greatest);
        return bound;
    }

    private static void lower(Map<String, Object> schema, FieldRules rules, @Nullable BigDecimal least) {
        Value gt = rules.value("gt").orElse(null);
        Value gte = rules.value("gte").orElse(null);
        if (gt != null) {
            schema.put("exclusiveMinimum", plain(number(gt)));
        } else if (gte != null) {
            schema.put("minimum", plain(number(gte)));
        } else if (least != null) {
            schema.put("minimum", least);
        }
    }

    private static void upper(Map<String, Object> schema, FieldRules rules, @Nullable BigDecimal greatest) {
        Value lt = rules.value("lt").orElse(null);
        Value lte = rules.value("lte").orElse(null);
        if (lt != null) {
            schema.put("exclusiveMaximum", plain(number(lt)));
        } else if (lte != null) {
            schema.put("maximum", plain(number(lte)));
        } else if (greatest != null) {
            schema.put("maximum", greatest);
        }
    }

    private static List<BigDecimal> numbers(FieldRules rules, String rule) {
        return rules.values().getOrDefault(rule, List.of()).stream()
                .map(NumberSchema::number)
                .toList();
    }

    static BigDecimal number(Value value) {
        if (value instanceof Value.Int number) {
            return BigDecimal.valueOf(number.value());
        }
        if (value instanceof Value.Unsigned number) {
            return new BigDecimal(Long.toUnsignedString(number.bits()));
        }
        double decimal = value instanceof Value.Decimal number ? number.value() : 0;
        if (Double.isFinite(decimal)) {
            return BigDecimal.valueOf(decimal);
        }
        return decimal > 0 ? new BigDecimal("1e309") : new BigDecimal("-1e309");
    }

    private static Object plain(BigDecimal number) {
        BigDecimal stripped = number.stripTrailingZeros();
        return stripped.scale() <= 0 && stripped.precision() - stripped.scale() < 25 ? stripped.setScale(0) : stripped;
    }
}
