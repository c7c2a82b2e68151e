package dev.sluice.codegen.java;

import dev.sluice.codegen.cel.NotCompiledException;
import dev.sluice.codegen.code.CodeBlock;
import java.util.ArrayList;
import java.util.List;

/** The arithmetic operators, those between texts, lists and times too. */
final class CelArithmetic {
    private final CelValues values;

    CelArithmetic(CelValues values) {
        this.values = values;
    }

    CelCode apply(String operator, CelCode left, CelCode right) throws NotCompiledException {
        if (left.is(CelType.Kind.TIMESTAMP) || left.is(CelType.Kind.DURATION)) {
            return time(operator, left, right);
        }
        if (left.type().kind() != right.type().kind()) {
            throw CelOperators.noOverload(operator, left, right);
        }
        return switch (left.type().kind()) {
            case INT -> signed(operator, left, right);
            case UINT -> unsigned(operator, left, right);
            case DOUBLE -> {
                if (operator.equals("%")) {
                    throw CelOperators.noOverload(operator, left, right);
                }
                yield CelCode.of("($L $L $L)", CelType.DOUBLE, left.plain(), operator, right.plain());
            }
            case STRING, BYTES, LIST -> concatenation(operator, left, right);
            case BOOL, TIMESTAMP, DURATION, NULL, MAP, MESSAGE, DYN ->
                throw CelOperators.noOverload(operator, left, right);
        };
    }

    private CelCode concatenation(String operator, CelCode left, CelCode right) throws NotCompiledException {
        if (!operator.equals("+")) {
            throw CelOperators.noOverload(operator, left, right);
        }
        if (left.constant() instanceof String one && right.constant() instanceof String other) {
            return values.constant(one + other, CelType.STRING);
        }
        if (left.constant() instanceof List<?> one && right.constant() instanceof List<?> other) {
            List<Object> both = new ArrayList<>(one);
            both.addAll(other);
            return values.constant(List.copyOf(both), one.isEmpty() ? right.type() : left.type());
        }
        if (left.is(CelType.Kind.STRING)) {
            return CelCode.of("($L + $L)", CelType.STRING, left.java(), right.java());
        }
        CelType element = left.type().ofElements();
        return left.is(CelType.Kind.BYTES)
                ? CelCode.of("$T.concat($L, $L)", CelType.BYTES, Runtime.VALUES, left.java(), right.java())
                : CelCode.list(
                        CodeBlock.of("$T.concat($L, $L)", Runtime.VALUES, values.boxed(left), values.boxed(right)),
                        element,
                        object -> CelValues.stored(object, element));
    }

    private static CelCode time(String operator, CelCode left, CelCode right) throws NotCompiledException {
        boolean span = right.is(CelType.Kind.DURATION);
        if (left.is(CelType.Kind.TIMESTAMP) && span && (operator.equals("+") || operator.equals("-"))) {
            String method = operator.equals("+") ? "plus" : "minus";
            return CelCode.of("$T.$L($L, $L)", CelType.TIMESTAMP, Runtime.TIMES, method, left.java(), right.java())
                    .failing(true);
        }
        if (left.is(CelType.Kind.TIMESTAMP) && right.is(CelType.Kind.TIMESTAMP) && operator.equals("-")) {
            return CelCode.of("$T.between($L, $L)", CelType.DURATION, Runtime.DURATION, right.java(), left.java())
                    .failing(true);
        }
        if (left.is(CelType.Kind.DURATION) && right.is(CelType.Kind.TIMESTAMP) && operator.equals("+")) {
            return time(operator, right, left);
        }
        if (left.is(CelType.Kind.DURATION) && span && (operator.equals("+") || operator.equals("-"))) {
            String method = operator.equals("+") ? "plus" : "minus";
            return CelCode.of("$L.$L($L)", CelType.DURATION, left.java(), method, right.java())
                    .failing(true);
        }
        throw CelOperators.noOverload(operator, left, right);
    }

    private static CelCode signed(String operator, CelCode left, CelCode right) throws NotCompiledException {
        int bits = switch (operator) {
            case "+", "-" -> Math.max(left.bits(), right.bits()) + 1;
            case "*" -> left.bits() + right.bits();
            default -> 64;
        };
        if (bits < 64) {
            return CelCode.number(CodeBlock.of("($L $L $L)", left.plain(), operator, right.plain()), CelType.INT, bits);
        }
        boolean divides = operator.equals("/") || operator.equals("%");
        if (divides && right.constant() instanceof Long by && by != 0 && by != -1) {
            return CelCode.number(
                    CodeBlock.of("($L $L $L)", left.plain(), operator, right.plain()), CelType.INT, left.bits() + 1);
        }
        CodeBlock java = switch (operator) {
            case "+" -> exact("addExact", left, right);
            case "-" -> exact("subtractExact", left, right);
            case "*" -> exact("multiplyExact", left, right);
            case "/" -> CodeBlock.of("$T.divide($L, $L)", Runtime.ARITHMETIC, left.java(), right.java());
            default -> CodeBlock.of("$T.modulo($L, $L)", Runtime.ARITHMETIC, left.java(), right.java());
        };
        return CelCode.of(java, CelType.INT).failing(true);
    }

    private static CodeBlock exact(String method, CelCode left, CelCode right) {
        return CodeBlock.of("$T.$L($L, $L)", Math.class, method, left.plain(), right.plain());
    }

    private static CelCode unsigned(String operator, CelCode left, CelCode right) {
        int bits = switch (operator) {
            case "+" -> Math.max(left.bits(), right.bits()) + 1;
            case "*" -> left.bits() + right.bits();
            default -> 64;
        };
        if (bits < 64) {
            return CelCode.number(
                    CodeBlock.of("($L $L $L)", left.plain(), operator, right.plain()), CelType.UINT, bits);
        }
        boolean divides = operator.equals("/") || operator.equals("%");
        if (divides) {
            String method = operator.equals("/") ? "divideUnsigned" : "remainderUnsigned";
            boolean never = right.isConstant() && right.bits() > 0;
            return CelCode.number(
                            CodeBlock.of("$T.$L($L, $L)", Long.class, method, left.java(), right.java()),
                            CelType.UINT,
                            left.bits())
                    .failing(!never);
        }
        String method = switch (operator) {
            case "+" -> "addUnsigned";
            case "-" -> "subtractUnsigned";
            default -> "multiplyUnsigned";
        };
        return CelCode.number(
                        CodeBlock.of("$T.$L($L, $L)", Runtime.ARITHMETIC, method, left.java(), right.java()),
                        CelType.UINT,
                        operator.equals("-") ? left.bits() : 64)
                .failing(true);
    }
}
