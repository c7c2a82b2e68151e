package dev.sluice.compat.constraint;

import dev.sluice.schema.model.Field;
import dev.sluice.schema.value.MessageValue;
import dev.sluice.schema.value.Value;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Compares the rules of a field, old and new. */
public final class ConstraintComparison {
    private static final Set<String> OF_ANY_TYPE = Set.of("cel", "cel_expression", "required", "ignore");

    private final List<Tightening> found = new ArrayList<>();

    private ConstraintComparison() {}

    /**
     * What the new rules of a field may refuse that the old ones let pass.
     *
     * @param old a {@code buf.validate.FieldRules}, or empty where there is none
     * @param now a {@code buf.validate.FieldRules}, or empty where there is none
     */
    public static List<Tightening> ofFields(Optional<MessageValue> old, Optional<MessageValue> now) {
        ConstraintComparison comparison = new ConstraintComparison();
        if (now.isPresent()) {
            comparison.fieldRules(old, now.get(), "", List.of());
        }
        return comparison.found;
    }

    /** As {@link #ofFields}, of the {@code buf.validate.MessageRules} of a message. */
    public static List<Tightening> ofMessages(Optional<MessageValue> old, Optional<MessageValue> now) {
        ConstraintComparison comparison = new ConstraintComparison();
        if (now.isPresent()) {
            comparison.expressions(old, now.get(), "", List.of());
            comparison.messageOneofs(old, now.get());
        }
        return comparison.found;
    }

    /** As {@link #ofFields}, of the {@code buf.validate.OneofRules} of a oneof. */
    public static List<Tightening> ofOneofs(Optional<MessageValue> old, Optional<MessageValue> now) {
        ConstraintComparison comparison = new ConstraintComparison();
        if (now.isPresent()) {
            comparison.required(old, now.get(), "", List.of());
        }
        return comparison.found;
    }

    private void add(boolean certain, MessageValue rules, String rule, List<Integer> path, String what) {
        List<Integer> whole = new ArrayList<>(path);
        rules.type().field(rule).ifPresent(field -> whole.add(field.number()));
        found.add(new Tightening(certain, whole, what));
    }

    private void fieldRules(Optional<MessageValue> old, MessageValue now, String prefix, List<Integer> path) {
        if (ignore(now).equals("IGNORE_ALWAYS")) {
            return;
        }
        Optional<MessageValue> before = old.filter(rules -> !ignore(rules).equals("IGNORE_ALWAYS"));
        required(before, now, prefix, path);
        expressions(before, now, prefix, path);
        for (Field field : now.fields()) {
            Optional<MessageValue> rules = now.message(field.name());
            if (!OF_ANY_TYPE.contains(field.name()) && rules.isPresent()) {
                List<Integer> inner = new ArrayList<>(path);
                inner.add(field.number());
                typeRules(
                        before.flatMap(known -> known.message(field.name())),
                        rules.get(),
                        prefix + field.name() + ".",
                        inner);
            }
        }
        if (before.isPresent()
                && ignore(before.get()).equals("IGNORE_IF_ZERO_VALUE")
                && !ignore(now).equals("IGNORE_IF_ZERO_VALUE")
                && now.fields().stream().anyMatch(field -> !OF_ANY_TYPE.contains(field.name()))) {
            add(true, now, "ignore", path, prefix + "ignore no longer exempts the zero value");
        }
    }

    private static String ignore(MessageValue rules) {
        return rules.enumNumber("ignore")
                .flatMap(Value.EnumNumber::declared)
                .map(value -> value.name())
                .orElse("");
    }

    private void required(Optional<MessageValue> old, MessageValue now, String prefix, List<Integer> path) {
        if (now.bool("required").orElse(false)
                && !old.flatMap(rules -> rules.bool("required")).orElse(false)) {
            add(true, now, "required", path, prefix + "required was set");
        }
    }

    /** CEL expressions: one that is new or other may refuse anything. */
    private void expressions(Optional<MessageValue> old, MessageValue now, String prefix, List<Integer> path) {
        Set<String> before =
                new TreeSet<>(old.map(ConstraintComparison::expressions).orElse(List.of()));
        for (String expression : expressions(now)) {
            if (!before.contains(expression)) {
                String rule = now.has("cel") ? "cel" : "cel_expression";
                add(false, now, rule, path, prefix + "a CEL expression was added or changed: " + expression);
            }
        }
    }

    private static List<String> expressions(MessageValue rules) {
        List<String> expressions = new ArrayList<>(rules.texts("cel_expression"));
        for (MessageValue cel : rules.messages("cel")) {
            expressions.add(cel.text("expression").orElse(""));
        }
        return expressions;
    }

    private void messageOneofs(Optional<MessageValue> old, MessageValue now) {
        List<String> before = old.map(ConstraintComparison::oneofs).orElse(List.of());
        for (String oneof : oneofs(now)) {
            if (!before.contains(oneof) && !before.contains(oneof + " required")) {
                add(true, now, "oneof", List.of(), "oneof was added: at most one of " + oneof);
            }
        }
    }

    private static List<String> oneofs(MessageValue rules) {
        List<String> oneofs = new ArrayList<>();
        for (MessageValue oneof : rules.messages("oneof")) {
            Set<String> fields = new TreeSet<>(oneof.texts("fields"));
            oneofs.add(String.join(", ", fields) + (oneof.bool("required").orElse(false) ? " required" : ""));
        }
        return oneofs;
    }

    private void typeRules(Optional<MessageValue> old, MessageValue now, String prefix, List<Integer> path) {
        bounds(old, now, prefix, path);
        for (Field field : now.fields()) {
            List<Value> before = old.map(rules -> rules.values(field)).orElse(List.of());
            if (before.isEmpty()) {
                before = old.map(rules -> rules.values(field.name())).orElse(List.of());
            }
            if (field.isExtension()) {
                opaque(before, now, field, prefix + "(" + field.fullName() + ")", path);
            } else if (!isBound(field.name())) {
                rule(before, now, field, prefix + field.name(), path);
            }
        }
    }

    private static boolean isBound(String rule) {
        return rule.equals("lt") || rule.equals("lte") || rule.equals("gt") || rule.equals("gte");
    }

    private void bounds(Optional<MessageValue> old, MessageValue now, String prefix, List<Integer> path) {
        Optional<Bound> lower = Bound.lower(now);
        Optional<Bound> upper = Bound.upper(now);
        Optional<Bound> oldLower = old.flatMap(Bound::lower);
        Optional<Bound> oldUpper = old.flatMap(Bound::upper);
        if (Bound.isExclusion(lower, upper) || Bound.isExclusion(oldLower, oldUpper)) {
            if (!lower.equals(oldLower) || !upper.equals(oldUpper)) {
                String rule = upper.or(() -> lower).map(Bound::rule).orElse("");
                add(
                        false,
                        now,
                        rule,
                        path,
                        prefix + rule + ": the bounds changed, and they refuse what is between them");
            }
            return;
        }
        bound(oldLower, lower, now, prefix, path);
        bound(oldUpper, upper, now, prefix, path);
    }

    private void bound(
            Optional<Bound> old, Optional<Bound> now, MessageValue rules, String prefix, List<Integer> path) {
        if (now.isPresent() && (old.isEmpty() || !old.get().isWithin(now.get()))) {
            String what = old.isEmpty()
                    ? "was added: " + now.get().show()
                    : "was tightened from " + old.get().show() + " to "
                            + now.get().show();
            String side = now.get().rule().startsWith("l") ? "upper bound " : "lower bound ";
            add(true, rules, now.get().rule(), path, prefix + now.get().rule() + ": the " + side + what);
        }
    }

    private void rule(List<Value> old, MessageValue now, Field field, String name, List<Integer> path) {
        List<Value> values = now.values(field);
        if (values.isEmpty() || RuleValues.show(old).equals(RuleValues.show(values))) {
            return;
        }
        Value value = values.get(values.size() - 1);
        Optional<Value> before = old.isEmpty() ? Optional.empty() : Optional.of(old.get(old.size() - 1));
        String shown = RuleValues.show(value);
        switch (RuleMeaning.of(field.name())) {
            case AT_MOST -> {
                if (before.isEmpty() || RuleValues.number(value).compareTo(RuleValues.number(before.get())) < 0) {
                    add(true, now, field.name(), path, name + addedOr("lowered", before, shown));
                }
            }
            case AT_LEAST -> {
                int order = RuleValues.number(value)
                        .compareTo(before.map(RuleValues::number).orElse(BigDecimal.ZERO));
                if (order > 0) {
                    add(true, now, field.name(), path, name + addedOr("raised", before, shown));
                }
            }
            case EXACTLY -> add(true, now, field.name(), path, name + addedOr("changed", before, shown));
            case ONE_OF -> oneOf(old, values, now, field, name, path);
            case NONE_OF -> noneOf(old, values, now, field, name, path);
            case FLAG -> {
                if (!shown.equals("false")) {
                    add(true, now, field.name(), path, name + " was set");
                }
            }
            case HAS_TEXT -> hasText(before, value, now, field, name, path);
            case NESTED -> {
                List<Integer> inner = new ArrayList<>(path);
                inner.add(field.number());
                Optional<MessageValue> known = before.map(rules -> ((Value.Message) rules).value());
                fieldRules(known, ((Value.Message) value).value(), name + ".", inner);
            }
            case OPAQUE -> opaque(old, now, field, name, path);
            case NOTHING -> {}
        }
    }

    private static String addedOr(String changed, Optional<Value> before, String now) {
        return before.isEmpty()
                ? " was added: " + now
                : " was " + changed + " from " + RuleValues.show(before.get()) + " to " + now;
    }

    private void oneOf(
            List<Value> old, List<Value> values, MessageValue now, Field field, String name, List<Integer> path) {
        List<String> shown = RuleValues.show(values);
        if (old.isEmpty()) {
            add(true, now, field.name(), path, name + " was added: " + String.join(", ", shown));
            return;
        }
        List<String> gone = new ArrayList<>(RuleValues.show(old));
        gone.removeAll(shown);
        if (!gone.isEmpty()) {
            add(true, now, field.name(), path, name + " no longer has " + String.join(", ", gone));
        }
    }

    private void noneOf(
            List<Value> old, List<Value> values, MessageValue now, Field field, String name, List<Integer> path) {
        List<String> more = new ArrayList<>(RuleValues.show(values));
        more.removeAll(RuleValues.show(old));
        if (!more.isEmpty()) {
            add(true, now, field.name(), path, name + " refuses " + String.join(", ", more) + " too");
        }
    }

    private void hasText(
            Optional<Value> before, Value value, MessageValue now, Field field, String name, List<Integer> path) {
        String text = RuleValues.text(value);
        String known = before.map(RuleValues::text).orElse("");
        boolean weaker = switch (field.name()) {
            case "prefix" -> known.startsWith(text);
            case "suffix" -> known.endsWith(text);
            default -> known.contains(text);
        };
        if (!weaker) {
            add(true, now, field.name(), path, name + addedOr("changed", before, RuleValues.show(value)));
        }
    }

    /** A rule that is new refuses something; what another value of it refuses cannot be compared. */
    private void opaque(List<Value> old, MessageValue now, Field field, String name, List<Integer> path) {
        List<String> before = RuleValues.show(old);
        List<String> after = RuleValues.show(now.values(field));
        if (!before.equals(after)) {
            boolean added = before.isEmpty() && !field.isExtension();
            add(
                    added,
                    now,
                    field.name(),
                    path,
                    name
                            + (before.isEmpty()
                                    ? " was added: " + String.join(", ", after)
                                    : " was changed from " + String.join(", ", before) + " to "
                                            + String.join(", ", after)));
        }
    }
}
