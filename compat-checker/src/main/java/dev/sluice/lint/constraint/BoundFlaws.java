package dev.sluice.lint.constraint;

import dev.sluice.schema.value.MessageValue;
import dev.sluice.schema.value.Value;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The constraints of what has an order: numbers, durations, timestamps. A lower bound above the upper one is no flaw: it
 * excludes what is between. */
final class BoundFlaws {
    private static final List<String> LOWER = List.of("gt", "gte");
    private static final List<String> UPPER = List.of("lt", "lte");

    private BoundFlaws() {}

    /** Numbers. */
    static void ofNumber(MessageValue rules, Flaws flaws) {
        Counts.addConst(rules, flaws);
        for (String name : List.of("const", "gt", "gte", "lt", "lte")) {
            if (rules.value(name).filter(BoundFlaws::isNaN).isPresent()) {
                flaws.add(name, flaws.name(name) + " compares with NaN: no value passes");
            }
        }
        addNaN(rules, "in", flaws);
        addNaN(rules, "not_in", flaws);
        addEqual(rules, BoundFlaws::unsignedZero, flaws);
    }

    private static void addNaN(MessageValue rules, String list, Flaws flaws) {
        List<Value> values = rules.values(list);
        for (int i = 0; i < values.size(); i++) {
            if (isNaN(values.get(i))) {
                flaws.add(list, i, flaws.name(list) + " " + i + " is NaN, which is equal to nothing");
            }
        }
    }

    /** The same for zeros of either sign, which are equal. */
    private static Optional<Value> unsignedZero(Value value) {
        return Optional.of(value instanceof Value.Decimal decimal ? new Value.Decimal(decimal.value() + 0.0) : value);
    }

    private static boolean isNaN(Value value) {
        return value instanceof Value.Decimal decimal && Double.isNaN(decimal.value());
    }

    /** Durations. */
    static void ofDuration(MessageValue rules, Flaws flaws) {
        ofMoments(rules, Moment::flawOfDuration, flaws);
    }

    /** Timestamps. */
    static void ofTimestamp(MessageValue rules, Flaws flaws) {
        ofMoments(rules, Moment::flawOfTimestamp, flaws);
        if (rules.bool("lt_now").orElse(false) && rules.bool("gt_now").orElse(false)) {
            String what = "a timestamp cannot be both in the past, " + flaws.name("lt_now") + ", and in the future, "
                    + flaws.name("gt_now");
            flaws.add("lt_now", what);
            flaws.add("gt_now", what);
        }
        Optional<Moment> within = rules.value("within").flatMap(Moment::of);
        if (within.isPresent()) {
            Optional<String> flaw = within.get().flawOfDuration();
            if (flaw.isPresent()) {
                flaws.add("within", flaws.name("within") + " " + flaw.get());
            } else if (within.get().seconds() <= 0 && within.get().nanos() <= 0) {
                flaws.add("within", flaws.name("within") + " is not positive");
            }
        }
    }

    private static void ofMoments(MessageValue rules, Function<Moment, Optional<String>> check, Flaws flaws) {
        for (String name : List.of("const", "gt", "gte", "lt", "lte")) {
            Optional<String> flaw = rules.value(name).flatMap(Moment::of).flatMap(check);
            flaw.ifPresent(what -> flaws.add(name, flaws.name(name) + " " + what));
        }
        Function<Value, Optional<Moment>> valid =
                value -> Moment.of(value).filter(moment -> check.apply(moment).isEmpty());
        if (rules.value("const").flatMap(valid).isPresent()) {
            Counts.addConst(rules, flaws);
        }
        addEqual(rules, valid, flaws);
    }

    private static <T> void addEqual(MessageValue rules, Function<Value, Optional<T>> meaning, Flaws flaws) {
        for (String lower : LOWER) {
            for (String upper : UPPER) {
                Optional<T> from = rules.value(lower).flatMap(meaning);
                Optional<T> to = rules.value(upper).flatMap(meaning);
                if (from.isPresent()
                        && from.equals(to)
                        && !rules.value(lower).filter(BoundFlaws::isNaN).isPresent()) {
                    String consequence = lower.equals("gte") && upper.equals("lte")
                            ? flaws.name("const") + " says the same"
                            : "no value passes";
                    String what = flaws.name(lower) + " and " + flaws.name(upper) + " are equal: " + consequence;
                    flaws.add(lower, what);
                    flaws.add(upper, what);
                }
            }
        }
    }
}
