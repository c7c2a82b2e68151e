package dev.sluice.codegen.java;

import dev.sluice.codegen.cel.CelParser;
import dev.sluice.codegen.cel.Expression;
import dev.sluice.codegen.cel.NotCompiledException;
import dev.sluice.codegen.code.CodeBlock;
import dev.sluice.codegen.rules.CelRule;
import dev.sluice.codegen.rules.FieldRules;
import dev.sluice.codegen.rules.KindRule;
import dev.sluice.schema.model.Field;
import dev.sluice.schema.value.MessageValue;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Compiles the constraints on one value: a field, or an element, key or value of another. Those of a standard kind are
 * compiled from their definition in buf/validate/validate.proto, with what a schema sets in them as constants.
 */
final class ValueRules {
    private static final CodeBlock NO_TEXT = CodeBlock.of("\"\"");

    private final TypeNames names;
    private final CelValues values;
    private final Uncompiled uncompiled;
    private final String prefix;

    /**
     * Prepares to compile.
     *
     * @param prefix the way to the rules where they are those of elements, ending with a slash
     */
    ValueRules(TypeNames names, CelValues values, Uncompiled uncompiled, String prefix) {
        this.names = names;
        this.values = values;
        this.uncompiled = uncompiled;
        this.prefix = prefix;
    }

    /** The constraints of a kind, and those that extensions add. */
    List<Fault> ofKind(FieldRules rules, CelCode self) {
        List<Fault> faults = new ArrayList<>();
        MessageValue written = rules.ofKind();
        if (written == null) {
            return faults;
        }
        if (written.unknownFields().length > 0) {
            uncompiled.add(rules.kind(), "it has constraints that no schema at hand declares");
        }
        Map<String, CelCode> variables = variables(self);
        variables.put("rules", values.constant(written, CelType.message(written.type())));
        for (KindRule rule : rules.kindRules()) {
            if (!rule.expressions().isEmpty()) {
                try {
                    variables.put("rule", values.constantField(written, rule.field()));
                } catch (NotCompiledException e) {
                    uncompiled.add(rules.kind() + "." + rule.field().name(), e.reason());
                    continue;
                }
                faults.addAll(expressions(rule.expressions(), variables));
            }
        }
        return faults;
    }

    /** Expressions over {@code this}. */
    List<Fault> cel(List<CelRule> rules, CelCode self) {
        return expressions(rules, variables(self));
    }

    private static Map<String, CelCode> variables(CelCode self) {
        Map<String, CelCode> variables = new HashMap<>();
        variables.put("this", self);
        variables.put("now", CelCode.of("to.now()", CelType.TIMESTAMP));
        return variables;
    }

    private List<Fault> expressions(List<CelRule> rules, Map<String, CelCode> variables) {
        List<Fault> faults = new ArrayList<>();
        for (CelRule rule : rules) {
            try {
                Expression expression = CelParser.parse(rule.expression());
                Broken broken = broken(new CelCompiler(variables, names, values), expression, rule.message());
                if (!Boolean.FALSE.equals(broken.condition().constant())) {
                    faults.add(new Fault(
                            rule.id(),
                            broken.message(),
                            broken.condition().java(),
                            rule.path().isEmpty() ? "" : prefix + rule.path(),
                            broken.condition().mayFail()));
                }
            } catch (NotCompiledException e) {
                uncompiled.add(rule.id(), e.reason());
            }
        }
        return faults;
    }

    /** When a constraint is broken, and what is to be said then. */
    private record Broken(CelCode condition, CodeBlock message) {}

    private Broken broken(CelCompiler compiler, Expression expression, String message) throws NotCompiledException {
        CelOperators operators = new CelOperators(values);
        CelCode code = compiler.compile(expression);
        if (code.is(CelType.Kind.BOOL)) {
            return new Broken(operators.unary("!", code), Literals.string(message));
        }
        if (!code.is(CelType.Kind.STRING)) {
            throw new NotCompiledException("its result is of type " + code.type() + ", neither bool nor string");
        }
        if (code.constant() instanceof String text) {
            return new Broken(values.constant(!text.isEmpty(), CelType.BOOL), code.java());
        }
        if (expression instanceof Expression.Conditional conditional) {
            CelCode condition = compiler.compile(conditional.condition());
            CelCode then = compiler.compile(conditional.then());
            CelCode otherwise = compiler.compile(conditional.otherwise());
            if (otherwise.java().equals(NO_TEXT) && isText(then)) {
                return new Broken(condition, then.java());
            }
            if (then.java().equals(NO_TEXT) && isText(otherwise)) {
                return new Broken(operators.unary("!", condition), otherwise.java());
            }
        }
        return new Broken(CelCode.of("!$L.isEmpty()", CelType.BOOL, code.java()).failing(code.mayFail()), code.java());
    }

    /** Whether a message is known not to be empty. */
    private static boolean isText(CelCode message) {
        return message.constant() instanceof String text
                ? !text.isEmpty()
                : message.java().toString().startsWith(Runtime.FORMAT + ".format(\"");
    }

    /** The kind of rules that fits a value, or empty where none does. */
    static String kindOf(Field field, boolean whole) {
        if (whole && field.isRepeated()) {
            return field.isMap() ? "map" : "repeated";
        }
        if (field.message().isEmpty()) {
            return field.type().keyword();
        }
        return switch (field.message().get().fullName()) {
            case "google.protobuf.Any" -> "any";
            case "google.protobuf.Duration" -> "duration";
            case "google.protobuf.FieldMask" -> "field_mask";
            case "google.protobuf.Timestamp" -> "timestamp";
            default ->
                CelWellKnown.isWrapper(field.message().get())
                        ? field.message().get().field(1).orElseThrow().type().keyword()
                        : "";
        };
    }
}
