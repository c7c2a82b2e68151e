package dev.sluice.codegen.java;

import dev.sluice.codegen.cel.NotCompiledException;
import dev.sluice.codegen.code.CodeBlock;
import dev.sluice.runtime.cel.Uint;
import dev.sluice.runtime.cel.Values;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The operators (CEL language definition, Standard Definitions). */
final class CelOperators {
    /** Stands for 0 or 1, which 2, for what has no order, is not. */
    private static final String AT_LEAST = "";

    private final CelValues values;

    CelOperators(CelValues values) {
        this.values = values;
    }

    CelCode binary(String operator, CelCode left, CelCode right) throws NotCompiledException {
        CelCode result = switch (operator) {
            case "&&", "||" -> logical(operator, left, right);
            case "==", "!=" -> equality(operator, left, right);
            case "<", "<=", ">", ">=" -> comparison(operator, left, right);
            case "in" -> in(left, right);
            default -> new CelArithmetic(values).apply(operator, left, right);
        };
        boolean logical = operator.equals("&&") || operator.equals("||");
        return result.isConstant() || logical ? result : result.failing(left.mayFail() || right.mayFail());
    }

    static NotCompiledException noOverload(String operator, CelCode... operands) {
        List<String> types = new ArrayList<>();
        for (CelCode operand : operands) {
            types.add(operand.type().toString());
        }
        return new NotCompiledException("there is no " + operator + " of " + String.join(" and ", types));
    }

    private static CelCode bool(String format, Object... arguments) {
        return CelCode.of(format, CelType.BOOL, arguments);
    }

    CelCode unary(String operator, CelCode operand) throws NotCompiledException {
        if (operator.equals("!") && operand.is(CelType.Kind.BOOL)) {
            return operand.constant() instanceof Boolean known
                    ? values.constant(!known, CelType.BOOL)
                    : bool("!$L", operand.primitive()).failing(operand.mayFail());
        }
        if (operator.equals("-") && operand.isConstant()) {
            if (operand.constant() instanceof Long number && number != Long.MIN_VALUE) {
                return values.constant(-number, CelType.INT);
            }
            if (operand.constant() instanceof Double number) {
                return values.constant(-number, CelType.DOUBLE);
            }
        }
        if (operator.equals("-") && operand.is(CelType.Kind.INT)) {
            return operand.bits() < 63
                    ? CelCode.number(CodeBlock.of("(-$L)", operand.plain()), CelType.INT, operand.bits() + 1)
                            .failing(operand.mayFail())
                    : CelCode.of("$T.negateExact($L)", CelType.INT, Math.class, operand.plain())
                            .failing(true);
        }
        if (operator.equals("-") && operand.is(CelType.Kind.DOUBLE)) {
            return CelCode.of("(-$L)", CelType.DOUBLE, operand.plain()).failing(operand.mayFail());
        }
        throw noOverload(operator, operand);
    }

    CelCode conditional(CelCode condition, CelCode then, CelCode otherwise) throws NotCompiledException {
        if (!condition.is(CelType.Kind.BOOL)) {
            throw new NotCompiledException("a condition in it is of type " + condition.type());
        }
        if (then.type().kind() != otherwise.type().kind() && !then.dynamic() && !otherwise.dynamic()) {
            throw noOverload("? :", then, otherwise);
        }
        if (condition.constant() instanceof Boolean known) {
            return known ? then : otherwise;
        }
        CodeBlock java = CodeBlock.of("($L ? $L : $L)", condition.java(), then.plain(), otherwise.plain());
        return new CelCode(
                () -> java,
                then.type(),
                CelCode.Form.PLAIN,
                null,
                Math.max(then.bits(), otherwise.bits()),
                condition.mayFail() || then.mayFail() || otherwise.mayFail(),
                then.dynamic() || otherwise.dynamic(),
                then.elements(),
                null);
    }

    /** The false or true of one operand decides even where the other fails. */
    private CelCode logical(String operator, CelCode left, CelCode right) throws NotCompiledException {
        if (!left.is(CelType.Kind.BOOL) || !right.is(CelType.Kind.BOOL)) {
            throw noOverload(operator, left, right);
        }
        boolean neutral = operator.equals("&&");
        if (left.constant() instanceof Boolean known) {
            return known == neutral ? right : left;
        }
        if (right.constant() instanceof Boolean known) {
            return known == neutral ? left : right;
        }
        if (left.mayFail() && right.mayFail()) {
            String method = neutral ? "and" : "or";
            return bool("$T.$L(() -> $L, () -> $L)", Runtime.VALUES, method, left.java(), right.java())
                    .failing(true);
        }
        return left.mayFail()
                ? bool("($L $L $L)", right.java(), operator, left.java()).failing(true)
                : bool("($L $L $L)", left.java(), operator, right.java()).failing(right.mayFail());
    }

    private CelCode equality(String operator, CelCode left, CelCode right) throws NotCompiledException {
        String not = operator.equals("!=") ? "!" : "";
        if (left.isConstant() && right.isConstant()) {
            return values.constant(Values.equal(left.constant(), right.constant()) == not.isEmpty(), CelType.BOOL);
        }
        if (left.is(CelType.Kind.NULL) || right.is(CelType.Kind.NULL)) {
            CelCode other = left.is(CelType.Kind.NULL) ? right : left;
            return other.presence() == null
                    ? values.constant(!not.isEmpty() ^ other.is(CelType.Kind.NULL), CelType.BOOL)
                    : bool("$L($L)", not.isEmpty() ? "!" : "", other.presence());
        }
        boolean dynamic = left.dynamic() || right.dynamic() || left.is(CelType.Kind.DYN) || right.is(CelType.Kind.DYN);
        if (left.type().kind() != right.type().kind()) {
            if (!dynamic) {
                throw noOverload(operator, left, right);
            }
            return bool("$L$T.equal($L, $L)", not, Runtime.VALUES, values.boxed(left), values.boxed(right));
        }
        return switch (left.type().kind()) {
            case BOOL, INT, UINT, DOUBLE ->
                left.java().equals(right.java()) && left.is(CelType.Kind.INT)
                        ? values.constant(not.isEmpty(), CelType.BOOL)
                        : bool("($L $L $L)", left.primitive(), operator, right.primitive());
            case STRING, BYTES, TIMESTAMP, DURATION, MESSAGE -> bool("$L$L.equals($L)", not, left.java(), right.java());
            case LIST, MAP, DYN ->
                bool("$L$T.equal($L, $L)", not, Runtime.VALUES, values.boxed(left), values.boxed(right));
            case NULL -> throw noOverload(operator, left, right);
        };
    }

    private CelCode comparison(String operator, CelCode left, CelCode right) throws NotCompiledException {
        CelType.Kind kind = left.type().kind();
        if (kind != right.type().kind()) {
            return mixed(operator, left, right);
        }
        if (left.isConstant() && right.isConstant()) {
            return compared(operator, left, right);
        }
        return switch (kind) {
            case INT, DOUBLE -> bool("($L $L $L)", left.java(), operator, right.java());
            case UINT ->
                left.bits() < 64 && right.bits() < 64
                        ? bool("($L $L $L)", left.java(), operator, right.java())
                        : bool("($T.compareUnsigned($L, $L) $L 0)", Long.class, left.java(), right.java(), operator);
            case TIMESTAMP ->
                right.constant() instanceof Instant time
                        ? bool(
                                "($T.compare($L, $LL, $L) $L 0)",
                                Runtime.TIMES,
                                left.java(),
                                time.getEpochSecond(),
                                time.getNano(),
                                operator)
                        : bool("($L.compareTo($L) $L 0)", left.java(), right.java(), operator);
            case STRING, DURATION -> bool("($L.compareTo($L) $L 0)", left.java(), right.java(), operator);
            case BOOL -> bool("($T.compare($L, $L) $L 0)", Boolean.class, left.java(), right.java(), operator);
            case BYTES -> bool("($T.compare($L, $L) $L 0)", Runtime.VALUES, left.java(), right.java(), operator);
            case NULL, LIST, MAP, MESSAGE, DYN -> throw noOverload(operator, left, right);
        };
    }

    private CelCode compared(String operator, CelCode left, CelCode right) throws NotCompiledException {
        int order;
        if (left.constant() instanceof Double one && right.constant() instanceof Double other) {
            boolean holds = switch (operator) {
                case "<" -> one < other;
                case "<=" -> one <= other;
                case ">" -> one > other;
                default -> one >= other;
            };
            return values.constant(holds, CelType.BOOL);
        }
        if (left.constant() instanceof Long one && right.constant() instanceof Long other) {
            order = one.compareTo(other);
        } else if (left.constant() instanceof Uint one && right.constant() instanceof Uint other) {
            order = one.compareTo(other);
        } else if (left.constant() instanceof Instant one && right.constant() instanceof Instant other) {
            order = one.compareTo(other);
        } else if (left.constant() instanceof Duration one && right.constant() instanceof Duration other) {
            order = one.compareTo(other);
        } else if (left.constant() instanceof String one && right.constant() instanceof String other) {
            order = one.compareTo(other);
        } else {
            throw noOverload(operator, left, right);
        }
        boolean holds = switch (operator) {
            case "<" -> order < 0;
            case "<=" -> order <= 0;
            case ">" -> order > 0;
            default -> order >= 0;
        };
        return values.constant(holds, CelType.BOOL);
    }

    private static CelCode mixed(String operator, CelCode left, CelCode right) throws NotCompiledException {
        if (!left.type().isNumber() || !right.type().isNumber()) {
            throw noOverload(operator, left, right);
        }
        boolean swapped = left.is(CelType.Kind.DOUBLE) || (left.is(CelType.Kind.UINT) && right.is(CelType.Kind.INT));
        CelCode first = swapped ? right : left;
        CelCode second = swapped ? left : right;
        String method = second.is(CelType.Kind.UINT)
                ? "compareSigned"
                : first.is(CelType.Kind.UINT) ? "compareUnsigned" : "compare";
        CodeBlock order = CodeBlock.of("$T.$L($L, $L)", Runtime.ARITHMETIC, method, first.plain(), second.plain());
        String test = swapped
                ? switch (operator) {
                    case "<" -> "== 1";
                    case "<=" -> AT_LEAST;
                    case ">" -> "== -1";
                    default -> "<= 0";
                }
                : switch (operator) {
                    case "<" -> "== -1";
                    case "<=" -> "<= 0";
                    case ">" -> "== 1";
                    default -> AT_LEAST;
                };
        return test.equals(AT_LEAST)
                ? bool("$T.isZeroOrOne($L)", Runtime.ARITHMETIC, order)
                : bool("($L $L)", order, test);
    }

    private CelCode in(CelCode left, CelCode right) throws NotCompiledException {
        if (right.is(CelType.Kind.MAP)) {
            return bool(
                    "$T.hasKey($L, $L)",
                    Runtime.VALUES,
                    right.java(),
                    right.parts().toKey().apply(left));
        }
        if (!right.is(CelType.Kind.LIST)) {
            throw noOverload("in", left, right);
        }
        if (right.constant() instanceof List<?> list) {
            return inConstant(left, list, right.type().ofElements());
        }
        CodeBlock variable = CodeBlock.of("each");
        CelCode equality = equality("==", left, right.parts().value().apply(variable));
        return bool("$T.exists($L, $L -> $L)", Runtime.VALUES, right.java(), variable, equality.java());
    }

    private CelCode inConstant(CelCode left, List<?> list, CelType type) throws NotCompiledException {
        if (list.size() > 8 && left.is(CelType.Kind.STRING) && !left.isConstant()) {
            List<String> texts = list.stream().map(String::valueOf).toList();
            return bool("$L.contains($L)", values.constants().texts(texts), left.java());
        }
        CelCode any = values.constant(false, CelType.BOOL);
        for (Object element : list) {
            any = logical("||", any, equality("==", left, values.constant(element, type)));
        }
        return any;
    }

    CelCode index(CelCode of, CelCode index) throws NotCompiledException {
        if (of.is(CelType.Kind.MAP)) {
            CodeBlock get = CodeBlock.of(
                    "$T.get($L, $L)",
                    Runtime.VALUES,
                    of.java(),
                    of.parts().toKey().apply(index));
            return of.parts().value().apply(get).failing(true);
        }
        if (!of.is(CelType.Kind.LIST) || !index.is(CelType.Kind.INT)) {
            throw noOverload("[]", of, index);
        }
        CodeBlock at = CodeBlock.of("$T.at($L, $L)", Runtime.VALUES, of.java(), index.java());
        return of.parts().value().apply(at).failing(true);
    }
}
