package dev.sluice.codegen.java;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import dev.sluice.codegen.cel.CelParser;
import dev.sluice.codegen.cel.NotCompiledException;
import dev.sluice.codegen.rules.CelRule;
import dev.sluice.codegen.rules.FieldRules;
import dev.sluice.schema.model.Field;
import dev.sluice.schema.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Compiles the constraints on one value: a singular field, or an element, key or value of another. */
final class ValueRules {
    private final TypeNames names;
    private final Uncompiled uncompiled;

    ValueRules(TypeNames names, Uncompiled uncompiled) {
        this.names = names;
        this.uncompiled = uncompiled;
    }

    /**
     * The constraints on a value.
     *
     * @param stored the Java expression of the value as it is stored
     */
    List<Fault> compile(Field field, CodeBlock stored, FieldRules rules) {
        List<Fault> faults = new ArrayList<>(cel(rules.cel(), CelCode.ofScalar(stored, field)));
        switch (rules.kind()) {
            case "" -> {}
            case "int32",
                    "int64",
                    "uint32",
                    "uint64",
                    "sint32",
                    "sint64",
                    "fixed32",
                    "fixed64",
                    "sfixed32",
                    "sfixed64",
                    "float",
                    "double" -> {
                faults.addAll(NumberRules.compile(field.type(), stored, rules));
                refuseOthers(rules, Set.of("const", "lt", "lte", "gt", "gte", "in", "not_in", "finite"));
            }
            case "bool" -> {
                if (rules.value("const").orElse(null) instanceof Value.Bool wanted) {
                    faults.add(new Fault(
                            "bool.const",
                            "must equal " + wanted.value(),
                            CodeBlock.of("$L$L", wanted.value() ? "!" : "", stored)));
                }
                refuseOthers(rules, Set.of("const"));
            }
            case "string" -> faults.addAll(TextRules.compile(stored, rules, uncompiled));
            case "bytes" -> bytes(stored, rules, faults);
            case "enum" -> {
                faults.addAll(NumberRules.compile(field.type(), stored, rules));
                definedOnly(field, stored, rules, faults);
                refuseOthers(rules, Set.of("const", "in", "not_in", "defined_only"));
            }
            default -> uncompiled.add(rules.kind(), "constraints of this kind are not compiled");
        }
        return faults;
    }

    /** Expressions over {@code this}. */
    List<Fault> cel(List<CelRule> rules, CelCode self) {
        List<Fault> faults = new ArrayList<>();
        for (CelRule rule : rules) {
            try {
                CodeBlock holds = new CelCompiler(self, names).condition(CelParser.parse(rule.expression()));
                faults.add(new Fault(rule.id(), rule.message(), CodeBlock.of("!($L)", holds)));
            } catch (NotCompiledException e) {
                uncompiled.add(rule.id(), e.reason());
            }
        }
        return faults;
    }

    private void refuseOthers(FieldRules rules, Set<String> known) {
        for (String rule : rules.values().keySet()) {
            if (!known.contains(rule)) {
                uncompiled.add(rules.kind() + "." + rule, "this constraint is not compiled");
            }
        }
    }

    private void definedOnly(Field field, CodeBlock stored, FieldRules rules, List<Fault> faults) {
        if (rules.isOn("defined_only")) {
            ClassName type = names.of(field.enumType().orElseThrow());
            faults.add(new Fault(
                    "enum.defined_only",
                    "value must be one of the defined enum values",
                    CodeBlock.of("!$T.names().declares($L)", type, stored)));
        }
    }

    private void bytes(CodeBlock stored, FieldRules rules, List<Fault> faults) {
        length(rules, "len", "must be %s bytes", "!=", stored, faults);
        length(rules, "min_len", "must be at least %s bytes", "<", stored, faults);
        length(rules, "max_len", "must be at most %s bytes", ">", stored, faults);
        refuseOthers(rules, Set.of("len", "min_len", "max_len"));
    }

    private static void length(
            FieldRules rules, String rule, String message, String operator, CodeBlock stored, List<Fault> faults) {
        rules.count(rule)
                .ifPresent(count -> faults.add(new Fault(
                        "bytes." + rule,
                        String.format(message, Long.toUnsignedString(count)),
                        CodeBlock.of("$L.size() $L $LL", stored, operator, count < 0 ? Long.MAX_VALUE : count))));
    }

    /** The constraints on the size of a list or map. */
    static List<Fault> sizes(FieldRules rules, CodeBlock stored, Uncompiled uncompiled) {
        List<Fault> faults = new ArrayList<>();
        for (String rule : rules.values().keySet()) {
            switch (rules.kind() + "." + rule) {
                case "repeated.items", "map.keys", "map.values" -> {}
                case "repeated.min_items" -> size(rules, rule, "must contain at least %s item(s)", "<", stored, faults);
                case "repeated.max_items" ->
                    size(rules, rule, "must contain no more than %s item(s)", ">", stored, faults);
                case "map.min_pairs" -> size(rules, rule, "map must be at least %s entries", "<", stored, faults);
                case "map.max_pairs" -> size(rules, rule, "map must be at most %s entries", ">", stored, faults);
                case "repeated.unique" -> {
                    if (rules.isOn(rule)) {
                        faults.add(new Fault(
                                "repeated.unique",
                                "repeated value must contain unique items",
                                CodeBlock.of("!$T.isUnique($L)", Runtime.CHECK, stored)));
                    }
                }
                default -> uncompiled.add(rules.kind() + "." + rule, "this constraint is not compiled");
            }
        }
        return faults;
    }

    private static void size(
            FieldRules rules, String rule, String message, String operator, CodeBlock stored, List<Fault> faults) {
        long count = rules.count(rule).orElse(0L);
        faults.add(new Fault(
                rules.kind() + "." + rule,
                String.format(message, Long.toUnsignedString(count)),
                CodeBlock.of("$L.size() $L $LL", stored, operator, count < 0 ? Long.MAX_VALUE : count)));
    }
}
