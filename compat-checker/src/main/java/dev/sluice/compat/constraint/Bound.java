package dev.sluice.compat.constraint;

import dev.sluice.schema.value.MessageValue;
import dev.sluice.schema.value.Value;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * The upper or the lower bound of numbers, durations or times.
 *
 * @param rule {@code lt}, {@code lte}, {@code gt} or {@code gte}
 */
record Bound(String rule, Value value) {

    static Optional<Bound> upper(MessageValue rules) {
        return of(rules, "lt").or(() -> of(rules, "lte"));
    }

    static Optional<Bound> lower(MessageValue rules) {
        return of(rules, "gt").or(() -> of(rules, "gte"));
    }

    private static Optional<Bound> of(MessageValue rules, String rule) {
        return rules.value(rule).map(value -> new Bound(rule, value));
    }

    BigDecimal number() {
        return RuleValues.number(value);
    }

    private boolean isUpper() {
        return rule.startsWith("l");
    }

    private boolean isInclusive() {
        return rule.endsWith("e");
    }

    /** Whether every value within this bound is within another one of the same side. */
    boolean isWithin(Bound other) {
        int order = number().compareTo(other.number());
        if (order == 0) {
            return other.isInclusive() || !isInclusive();
        }
        return isUpper() ? order < 0 : order > 0;
    }

    /** Where an upper bound lies below the lower one, values between the two are refused. */
    static boolean isExclusion(Optional<Bound> lower, Optional<Bound> upper) {
        return lower.isPresent()
                && upper.isPresent()
                && upper.get().number().compareTo(lower.get().number()) < 0;
    }

    String show() {
        return rule + " " + RuleValues.show(value);
    }
}
