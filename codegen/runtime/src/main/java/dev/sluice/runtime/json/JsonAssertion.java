package dev.sluice.runtime.json;

import dev.sluice.runtime.Check;
import dev.sluice.runtime.regex.Regex;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Something that a JSON Schema asserts of a value (JSON Schema 2020-12, Core and Validation). Immutable. */
public abstract class JsonAssertion {
    /** Holds of every value. */
    public static final JsonAssertion TRUE = of(value -> true);

    /** Holds of no value. */
    public static final JsonAssertion FALSE = of(value -> false);

    /** Used by the assertions of this package. */
    JsonAssertion() {}

    /** Whether it holds of a value, by itself. */
    public final boolean holds(JsonValue value) {
        return new Decisions().holds(this, value);
    }

    abstract boolean holds(JsonValue value, Decisions decisions);

    /** How many of these hold of a value. */
    public static int count(JsonValue value, JsonAssertion... assertions) {
        Decisions decisions = new Decisions();
        int count = 0;
        for (JsonAssertion assertion : assertions) {
            count += decisions.holds(assertion, value) ? 1 : 0;
        }
        return count;
    }

    /** A condition on a value alone. */
    interface Condition {
        boolean holds(JsonValue value);
    }

    /** A condition on a value and the values within it. */
    interface DeepCondition {
        boolean holds(JsonValue value, Decisions decisions);
    }

    private static JsonAssertion of(Condition condition) {
        return deep((value, decisions) -> condition.holds(value));
    }

    private static JsonAssertion deep(DeepCondition condition) {
        return new JsonAssertion() {
            @Override
            boolean holds(JsonValue value, Decisions decisions) {
                return condition.holds(value, decisions);
            }
        };
    }

    /** What is made when it is needed first; schemas that refer to themselves go through it. */
    public static JsonAssertion later(Supplier<JsonAssertion> made) {
        return new JsonAssertion() {
            private volatile JsonAssertion known = TRUE;

            @Override
            boolean holds(JsonValue value, Decisions decisions) {
                if (known == TRUE) {
                    known = made.get();
                }
                return decisions.holds(known, value);
            }
        };
    }

    /** {@code allOf}. */
    public static JsonAssertion all(JsonAssertion... assertions) {
        return deep((value, decisions) -> {
            for (JsonAssertion assertion : assertions) {
                if (!assertion.holds(value, decisions)) {
                    return false;
                }
            }
            return true;
        });
    }

    /** {@code anyOf}. */
    public static JsonAssertion any(JsonAssertion... assertions) {
        return deep((value, decisions) -> {
            for (JsonAssertion assertion : assertions) {
                if (assertion.holds(value, decisions)) {
                    return true;
                }
            }
            return false;
        });
    }

    /** {@code oneOf}. */
    public static JsonAssertion one(JsonAssertion... assertions) {
        return deep((value, decisions) -> {
            int count = 0;
            for (JsonAssertion assertion : assertions) {
                count += assertion.holds(value, decisions) ? 1 : 0;
            }
            return count == 1;
        });
    }

    /** {@code not}. */
    public static JsonAssertion not(JsonAssertion assertion) {
        return deep((value, decisions) -> !assertion.holds(value, decisions));
    }

    /** {@code if}, {@code then} and {@code else}. */
    public static JsonAssertion conditional(JsonAssertion test, JsonAssertion then, JsonAssertion otherwise) {
        return deep((value, decisions) ->
                test.holds(value, decisions) ? then.holds(value, decisions) : otherwise.holds(value, decisions));
    }

    /** {@code type}. */
    public static JsonAssertion type(String... types) {
        Set<String> wanted = Set.of(types);
        return of(value -> isOneOf(value, wanted));
    }

    private static boolean isOneOf(JsonValue value, Set<String> types) {
        if (value instanceof JsonValue.NumberValue number) {
            return types.contains("number") || (types.contains("integer") && number.isInteger());
        }
        String type = value instanceof JsonValue.ObjectValue
                ? "object"
                : value instanceof JsonValue.ArrayValue
                        ? "array"
                        : value instanceof JsonValue.StringValue
                                ? "string"
                                : value instanceof JsonValue.BooleanValue ? "boolean" : "null";
        return types.contains(type);
    }

    /** {@code enum} and {@code const}: the JSON texts of the values. */
    public static JsonAssertion values(String... json) {
        Set<JsonValue> values = new HashSet<>();
        for (String text : json) {
            values.add(JsonValue.parse(text));
        }
        return of(values::contains);
    }

    private static JsonAssertion number(Predicate<BigDecimal> test) {
        return of(value -> !(value instanceof JsonValue.NumberValue number) || test.test(number.value()));
    }

    /** {@code minimum}. */
    public static JsonAssertion minimum(String bound) {
        BigDecimal least = new BigDecimal(bound);
        return number(value -> value.compareTo(least) >= 0);
    }

    /** {@code maximum}. */
    public static JsonAssertion maximum(String bound) {
        BigDecimal greatest = new BigDecimal(bound);
        return number(value -> value.compareTo(greatest) <= 0);
    }

    /** {@code exclusiveMinimum}. */
    public static JsonAssertion exclusiveMinimum(String bound) {
        BigDecimal below = new BigDecimal(bound);
        return number(value -> value.compareTo(below) > 0);
    }

    /** {@code exclusiveMaximum}. */
    public static JsonAssertion exclusiveMaximum(String bound) {
        BigDecimal above = new BigDecimal(bound);
        return number(value -> value.compareTo(above) < 0);
    }

    /** {@code multipleOf}. */
    public static JsonAssertion multipleOf(String divisor) {
        BigDecimal of = new BigDecimal(divisor);
        return number(value -> JsonCheck.isMultiple(value, of));
    }

    private static JsonAssertion string(Predicate<String> test) {
        return of(value -> !(value instanceof JsonValue.StringValue string) || test.test(string.value()));
    }

    /** {@code minLength} and {@code maxLength}, in code points. */
    public static JsonAssertion length(long least, long greatest) {
        return string(value -> {
            int length = Check.length(value);
            return length >= least && length <= greatest;
        });
    }

    /** {@code pattern}, in the syntax of {@link Regex}. */
    public static JsonAssertion pattern(String pattern) {
        Regex regex = Regex.of(pattern);
        return string(regex::find);
    }

    /** {@code format}. */
    public static JsonAssertion format(String format) {
        return string(value -> Format.has(value, format));
    }

    private static JsonAssertion array(Predicate<List<JsonValue>> test) {
        return of(value -> !(value instanceof JsonValue.ArrayValue array) || test.test(array.elements()));
    }

    /** {@code minItems} and {@code maxItems}. */
    public static JsonAssertion items(long least, long greatest) {
        return array(elements -> elements.size() >= least && elements.size() <= greatest);
    }

    /** {@code uniqueItems}. */
    public static JsonAssertion unique() {
        return array(JsonCheck::areUnique);
    }

    /** {@code items}: of the elements after the first so many. */
    public static JsonAssertion each(int after, JsonAssertion assertion) {
        return deep((value, decisions) -> {
            if (value instanceof JsonValue.ArrayValue array) {
                for (int i = after; i < array.elements().size(); i++) {
                    if (!assertion.holds(array.elements().get(i), decisions)) {
                        return false;
                    }
                }
            }
            return true;
        });
    }

    /** {@code prefixItems}. */
    public static JsonAssertion prefix(JsonAssertion... assertions) {
        return deep((value, decisions) -> {
            if (value instanceof JsonValue.ArrayValue array) {
                for (int i = 0; i < assertions.length && i < array.elements().size(); i++) {
                    if (!assertions[i].holds(array.elements().get(i), decisions)) {
                        return false;
                    }
                }
            }
            return true;
        });
    }

    /** {@code contains}, {@code minContains} and {@code maxContains}. */
    public static JsonAssertion contains(JsonAssertion assertion, long least, long greatest) {
        return deep((value, decisions) -> {
            if (!(value instanceof JsonValue.ArrayValue array)) {
                return true;
            }
            long count = array.elements().stream()
                    .filter(element -> assertion.holds(element, decisions))
                    .count();
            return count >= least && count <= greatest;
        });
    }

    private static JsonAssertion object(Predicate<Map<String, JsonValue>> test) {
        return of(value -> !(value instanceof JsonValue.ObjectValue object) || test.test(object.members()));
    }

    /** {@code required}. */
    public static JsonAssertion required(String... names) {
        List<String> wanted = List.of(names);
        return object(members -> members.keySet().containsAll(wanted));
    }

    /** {@code dependentRequired}, for one member. */
    public static JsonAssertion dependentRequired(String member, String... names) {
        List<String> wanted = List.of(names);
        return object(
                members -> !members.containsKey(member) || members.keySet().containsAll(wanted));
    }

    /** {@code dependentSchemas}, for one member. */
    public static JsonAssertion dependent(String member, JsonAssertion assertion) {
        return deep((value, decisions) -> !(value instanceof JsonValue.ObjectValue object)
                || !object.members().containsKey(member)
                || assertion.holds(value, decisions));
    }

    /** {@code minProperties} and {@code maxProperties}. */
    public static JsonAssertion properties(long least, long greatest) {
        return object(members -> members.size() >= least && members.size() <= greatest);
    }

    /** {@code properties}, for one member. */
    public static JsonAssertion member(String name, JsonAssertion assertion) {
        return deep((value, decisions) -> {
            if (!(value instanceof JsonValue.ObjectValue object)) {
                return true;
            }
            JsonValue member = object.members().get(name);
            return member == null || assertion.holds(member, decisions);
        });
    }

    /** {@code patternProperties}, for one pattern. */
    public static JsonAssertion members(String pattern, JsonAssertion assertion) {
        Regex regex = Regex.of(pattern);
        return eachMember(regex::find, assertion);
    }

    /** {@code additionalProperties}: of members with neither one of these names nor matching one of these patterns. */
    public static JsonAssertion additional(JsonAssertion assertion, Set<String> names, String... patterns) {
        List<Regex> regexes = List.of(patterns).stream().map(Regex::of).toList();
        return eachMember(
                name -> !names.contains(name) && regexes.stream().noneMatch(regex -> regex.find(name)), assertion);
    }

    private static JsonAssertion eachMember(Predicate<String> names, JsonAssertion assertion) {
        return deep((value, decisions) -> {
            if (value instanceof JsonValue.ObjectValue object) {
                for (Map.Entry<String, JsonValue> member : object.members().entrySet()) {
                    if (names.test(member.getKey()) && !assertion.holds(member.getValue(), decisions)) {
                        return false;
                    }
                }
            }
            return true;
        });
    }

    /** {@code propertyNames}. */
    public static JsonAssertion names(JsonAssertion assertion) {
        return deep((value, decisions) -> {
            if (value instanceof JsonValue.ObjectValue object) {
                for (String name : object.members().keySet()) {
                    if (!assertion.holds(new JsonValue.StringValue(name), decisions)) {
                        return false;
                    }
                }
            }
            return true;
        });
    }
}
