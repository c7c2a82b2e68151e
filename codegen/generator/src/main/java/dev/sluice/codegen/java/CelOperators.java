package dev.sluice.codegen.java;

import com.palantir.javapoet.CodeBlock;
import dev.sluice.codegen.cel.NotCompiledException;

/** The operators between two values of one type. */
final class CelOperators {
    private CelOperators() {}

    static CelCode apply(String operator, CelCode left, CelCode right) throws NotCompiledException {
        CelCode result = switch (operator) {
            case "&&", "||" -> logical(operator, left, right);
            case "==", "!=" -> equality(operator, left, right);
            case "<", "<=", ">", ">=" -> comparison(operator, left, right);
            default -> arithmetic(operator, left, right);
        };
        return result.failing(left.mayFail() || right.mayFail());
    }

    private static NotCompiledException beyond(String operator, CelCode operand) {
        return new NotCompiledException("it applies " + operator + " to " + operand.type());
    }

    private static CelCode bool(String format, Object... arguments) {
        return CelCode.of(CodeBlock.of(format, arguments), CelCode.Type.BOOL);
    }

    private static CelCode logical(String operator, CelCode left, CelCode right) throws NotCompiledException {
        if (left.type() != CelCode.Type.BOOL) {
            throw beyond(operator, left);
        }
        return bool("($L $L $L)", left.java(), operator, right.java());
    }

    private static CelCode equality(String operator, CelCode left, CelCode right) throws NotCompiledException {
        return switch (left.type()) {
            case BOOL, INT, UINT, DOUBLE -> bool("($L $L $L)", left.java(), operator, right.java());
            case STRING, BYTES -> bool("$L$L.equals($L)", operator.equals("!=") ? "!" : "", left.java(), right.java());
            case MESSAGE, COLLECTION -> throw beyond(operator, left);
        };
    }

    private static CelCode comparison(String operator, CelCode left, CelCode right) throws NotCompiledException {
        return switch (left.type()) {
            case INT, DOUBLE -> bool("($L $L $L)", left.java(), operator, right.java());
            case UINT -> {
                boolean small = left.bits() < 64 && right.bits() < 64;
                yield small
                        ? bool("($L $L $L)", left.java(), operator, right.java())
                        : bool("($T.compareUnsigned($L, $L) $L 0)", Long.class, left.java(), right.java(), operator);
            }
            case BOOL, STRING, BYTES, MESSAGE, COLLECTION -> throw beyond(operator, left);
        };
    }

    private static CelCode arithmetic(String operator, CelCode left, CelCode right) throws NotCompiledException {
        return switch (left.type()) {
            case INT -> signed(operator, left, right);
            case UINT -> unsigned(operator, left, right);
            case DOUBLE -> {
                if (operator.equals("%")) {
                    throw beyond(operator, left);
                }
                yield CelCode.of(
                        CodeBlock.of("((double) $L $L $L)", left.java(), operator, right.java()), CelCode.Type.DOUBLE);
            }
            case BOOL, STRING, BYTES, MESSAGE, COLLECTION -> throw beyond(operator, left);
        };
    }

    private static CelCode signed(String operator, CelCode left, CelCode right) throws NotCompiledException {
        String method = switch (operator) {
            case "+" -> "addExact";
            case "-" -> "subtractExact";
            case "*" -> "multiplyExact";
            default -> throw beyond(operator, left);
        };
        return CelCode.of(
                        CodeBlock.of("$T.$L((long) $L, (long) $L)", Math.class, method, left.java(), right.java()),
                        CelCode.Type.INT)
                .failing(true);
    }

    private static CelCode unsigned(String operator, CelCode left, CelCode right) throws NotCompiledException {
        int sumBits = Math.max(left.bits(), right.bits()) + 1;
        if (operator.equals("+") && sumBits < 64) {
            return CelCode.uint(CodeBlock.of("($L + $L)", left.java(), right.java()), sumBits);
        }
        if (operator.equals("*") && left.bits() + right.bits() < 64) {
            return CelCode.uint(CodeBlock.of("($L * $L)", left.java(), right.java()), left.bits() + right.bits());
        }
        String method = switch (operator) {
            case "+" -> "addUnsigned";
            case "-" -> "subtractUnsigned";
            case "*" -> "multiplyUnsigned";
            default -> throw beyond(operator, left);
        };
        int bits = operator.equals("-") ? left.bits() : 64;
        return CelCode.uint(CodeBlock.of("$T.$L($L, $L)", Runtime.CHECK, method, left.java(), right.java()), bits)
                .failing(true);
    }
}
