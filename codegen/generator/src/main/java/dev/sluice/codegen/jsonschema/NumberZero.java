package dev.sluice.codegen.jsonschema;

import dev.sluice.codegen.rules.FieldRules;
import dev.sluice.schema.value.Value;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** Whether the number zero breaks a constraint. */
final class NumberZero {
    private NumberZero() {}

    static boolean isRefused(FieldRules rules) {
        Optional<BigDecimal> least = sign(rules, "gt").or(() -> sign(rules, "gte"));
        Optional<BigDecimal> greatest = sign(rules, "lt").or(() -> sign(rules, "lte"));
        boolean aboveLeast = rules.value("gt").isPresent()
                ? least.filter(bound -> bound.signum() < 0).isPresent()
                : least.filter(bound -> bound.signum() > 0).isEmpty();
        boolean belowGreatest = rules.value("lt").isPresent()
                ? greatest.filter(bound -> bound.signum() > 0).isPresent()
                : greatest.filter(bound -> bound.signum() < 0).isEmpty();
        boolean exclusive =
                least.isPresent() && greatest.isPresent() && greatest.get().compareTo(least.get()) < 0;
        boolean inRange = exclusive ? aboveLeast || belowGreatest : aboveLeast && belowGreatest;
        return !inRange
                || sign(rules, "const").filter(wanted -> wanted.signum() != 0).isPresent()
                || (rules.values().containsKey("in") && !hasZero(rules, "in"))
                || hasZero(rules, "not_in");
    }

    private static Optional<BigDecimal> sign(FieldRules rules, String rule) {
        return rules.value(rule).map(NumberSchema::number);
    }

    private static boolean hasZero(FieldRules rules, String rule) {
        List<Value> values = rules.values().getOrDefault(rule, List.of());
        return values.stream().anyMatch(value -> NumberSchema.number(value).signum() == 0);
    }
}
