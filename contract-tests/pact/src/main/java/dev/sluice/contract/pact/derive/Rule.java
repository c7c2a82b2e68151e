package dev.sluice.contract.pact.derive;

import dev.sluice.contract.json.Json;
import java.util.List;
import java.util.Map;

/**
 * One matching rule, as a Pact file has it (Pact specification V4, Matching rules).
 *
 * @param json its members, {@code match} among them
 */
public record Rule(Json.Obj json) {
    /** The value equals the example; ends the reach of a rule further up. */
    public static final Rule EQUALITY = named("equality");

    /** The value has the JSON type of the example. */
    static final Rule TYPE = named("type");

    /** The value is a number without a fraction. */
    static final Rule INTEGER = named("integer");

    /** The value is a number. */
    static final Rule NUMBER = named("number");

    /** The value is true or false. */
    static final Rule BOOLEAN = named("boolean");

    /** The object's keys are free, its values follow the rules for them. */
    static final Rule VALUES = named("values");

    /** The text of the value, from its first to its last character, matches an expression. */
    public static Rule regex(String expression) {
        return new Rule(Json.object().with("match", Json.of("regex")).with("regex", Json.of(expression)));
    }

    /** Every key of the object matches an expression. */
    static Rule eachKey(String expression, String example) {
        return new Rule(Json.object()
                .with("match", Json.of("eachKey"))
                .with("rules", new Json.Arr(List.of(regex(expression).json())))
                .with("value", Json.of(example)));
    }

    /** The value is an array of so many elements like the example's. */
    static Rule elements(long min, long max) {
        Json.Obj rule = TYPE.json();
        if (min > 0) {
            rule = rule.with("min", Json.of(min));
        }
        return new Rule(max == Long.MAX_VALUE ? rule : rule.with("max", Json.of(max)));
    }

    private static Rule named(String name) {
        return new Rule(new Json.Obj(Map.of("match", Json.of(name))));
    }
}
