package dev.sluice.codegen.java;

import com.palantir.javapoet.CodeBlock;
import dev.sluice.codegen.rules.FieldRules;
import dev.sluice.schema.descriptor.FieldType;
import dev.sluice.schema.value.Value;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Compiles the constraints on one number. */
final class NumberRules {
    private final FieldType type;
    private final CodeBlock value;
    private final FieldRules rules;
    private final List<Fault> faults = new ArrayList<>();

    private NumberRules(FieldType type, CodeBlock value, FieldRules rules) {
        this.type = type;
        this.value = value;
        this.rules = rules;
    }

    static List<Fault> compile(FieldType type, CodeBlock value, FieldRules rules) {
        NumberRules compiled = new NumberRules(type, value, rules);
        compiled.compile();
        return compiled.faults;
    }

    private void compile() {
        rules.value("const").ifPresent(wanted -> add("const", "must equal " + text(wanted), compare("!=", wanted)));
        range();
        if (rules.values().containsKey("in")) {
            add("in", "must be in list " + list("in"), CodeBlock.of("!($L)", any("in")));
        }
        if (rules.values().containsKey("not_in")) {
            add("not_in", "must not be in list " + list("not_in"), any("not_in"));
        }
        if (rules.isOn("finite")) {
            add("finite", "must be finite", CodeBlock.of("!$T.isFinite($L)", boxed(), value));
        }
    }

    private Class<?> boxed() {
        return type == FieldType.FLOAT ? Float.class : Double.class;
    }

    private void add(String rule, String message, CodeBlock condition) {
        faults.add(new Fault(rules.kind() + "." + rule, message, condition));
    }

    private void range() {
        String lower = rules.value("gt").isPresent() ? "gt" : "gte";
        String upper = rules.value("lt").isPresent() ? "lt" : "lte";
        Optional<Value> least = rules.value(lower);
        Optional<Value> greatest = rules.value(upper);
        String above = lower.equals("gt") ? "greater than " : "greater than or equal to ";
        String below = upper.equals("lt") ? "less than " : "less than or equal to ";
        String aboveOperator = lower.equals("gt") ? ">" : ">=";
        String belowOperator = upper.equals("lt") ? "<" : "<=";
        if (least.isPresent() && greatest.isPresent()) {
            boolean exclusive = number(greatest.get()).compareTo(number(least.get())) < 0;
            CodeBlock within = CodeBlock.of(
                    "!($L $L $L)",
                    compare(aboveOperator, least.get()),
                    exclusive ? "||" : "&&",
                    compare(belowOperator, greatest.get()));
            String message = "must be " + above + text(least.get()) + (exclusive ? " or " : " and ") + below
                    + text(greatest.get());
            add(lower + "_" + upper + (exclusive ? "_exclusive" : ""), message, within);
        } else if (least.isPresent()) {
            add(
                    lower,
                    "must be " + above + text(least.get()),
                    CodeBlock.of("!($L)", compare(aboveOperator, least.get())));
        } else if (greatest.isPresent()) {
            add(
                    upper,
                    "must be " + below + text(greatest.get()),
                    CodeBlock.of("!($L)", compare(belowOperator, greatest.get())));
        }
    }

    private CodeBlock any(String rule) {
        List<CodeBlock> equalities = new ArrayList<>();
        for (Value one : rules.values().getOrDefault(rule, List.of())) {
            equalities.add(compare("==", one));
        }
        return CodeBlock.join(equalities, " || ");
    }

    private String list(String rule) {
        List<String> texts = new ArrayList<>();
        for (Value one : rules.values().getOrDefault(rule, List.of())) {
            texts.add(text(one));
        }
        return "[" + String.join(", ", texts) + "]";
    }

    private CodeBlock compare(String operator, Value with) {
        boolean equality = operator.equals("==") || operator.equals("!=");
        return switch (type) {
            case UINT64, FIXED64 ->
                equality
                        ? CodeBlock.of("$L $L $L", value, operator, literal(with))
                        : CodeBlock.of("$T.compareUnsigned($L, $L) $L 0", Long.class, value, literal(with), operator);
            case UINT32, FIXED32 ->
                CodeBlock.of("$T.toUnsignedLong($L) $L $L", Integer.class, value, operator, literal(with));
            case DOUBLE,
                    FLOAT,
                    INT64,
                    INT32,
                    BOOL,
                    STRING,
                    GROUP,
                    MESSAGE,
                    BYTES,
                    ENUM,
                    SFIXED32,
                    SFIXED64,
                    SINT32,
                    SINT64 -> CodeBlock.of("$L $L $L", value, operator, literal(with));
        };
    }

    private CodeBlock literal(Value with) {
        if (with instanceof Value.Decimal decimal) {
            double wanted = decimal.value();
            if (Double.isNaN(wanted)) {
                return CodeBlock.of("$T.NaN", Double.class);
            }
            if (Double.isInfinite(wanted)) {
                return CodeBlock.of("$T.$L_INFINITY", Double.class, wanted > 0 ? "POSITIVE" : "NEGATIVE");
            }
            return type == FieldType.FLOAT ? CodeBlock.of("$Lf", (float) wanted) : CodeBlock.of("$L", wanted);
        }
        return with instanceof Value.Unsigned number
                ? CodeBlock.of("$LL", number.bits())
                : CodeBlock.of("$LL", number(with).longValue());
    }

    /** A value for comparing; infinities as numbers beyond all others. */
    private static BigDecimal number(Value value) {
        if (value instanceof Value.Int number) {
            return BigDecimal.valueOf(number.value());
        }
        if (value instanceof Value.Unsigned number) {
            return new BigDecimal(Long.toUnsignedString(number.bits()));
        }
        double decimal = value instanceof Value.Decimal number ? number.value() : 0;
        if (Double.isInfinite(decimal)) {
            return new BigDecimal(decimal > 0 ? "1e400" : "-1e400");
        }
        return Double.isNaN(decimal) ? BigDecimal.ZERO : new BigDecimal(decimal);
    }

    private String text(Value value) {
        if (value instanceof Value.Decimal decimal && !Double.isFinite(decimal.value())) {
            return String.valueOf(decimal.value());
        }
        if (value instanceof Value.Decimal decimal) {
            String shortest = type == FieldType.FLOAT
                    ? Float.toString((float) decimal.value())
                    : Double.toString(decimal.value());
            return new BigDecimal(shortest).stripTrailingZeros().toPlainString();
        }
        return number(value).toPlainString();
    }
}
