package dev.sluice.codegen.java;

import dev.sluice.codegen.code.CodeBlock;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The functions that are called on points and spans of time. */
final class CelTimes {
    private CelTimes() {}

    static @Nullable CelCode call(String name, CelCode target, List<CelCode> arguments) {
        boolean hasZone = arguments.size() == 1 && arguments.get(0).is(CelType.Kind.STRING);
        if (target.is(CelType.Kind.DURATION)) {
            return arguments.isEmpty() ? ofSpan(name, target.java()) : null;
        }
        if (!arguments.isEmpty() && !hasZone) {
            return null;
        }
        CodeBlock local = hasZone
                ? CodeBlock.of(
                        "$T.in($L, $L)",
                        Runtime.TIMES,
                        target.java(),
                        arguments.get(0).java())
                : CodeBlock.of("$T.utc($L)", Runtime.TIMES, target.java());
        String part = switch (name) {
            case "getFullYear" -> "getYear()";
            case "getMonth" -> "getMonthValue() - 1";
            case "getDate" -> "getDayOfMonth()";
            case "getDayOfMonth" -> "getDayOfMonth() - 1";
            case "getDayOfYear" -> "getDayOfYear() - 1";
            case "getDayOfWeek" -> "getDayOfWeek().getValue() % 7";
            case "getHours" -> "getHour()";
            case "getMinutes" -> "getMinute()";
            case "getSeconds" -> "getSecond()";
            case "getMilliseconds" -> "getNano() / 1000000";
            default -> "";
        };
        return part.isEmpty()
                ? null
                : CelCode.number(CodeBlock.of("($L.$L)", local, part), CelType.INT, 32)
                        .narrow()
                        .failing(hasZone);
    }

    private static @Nullable CelCode ofSpan(String name, CodeBlock span) {
        String part = switch (name) {
            case "getHours" -> "toHours()";
            case "getMinutes" -> "toMinutes()";
            case "getSeconds" -> "getSeconds()";
            case "getMilliseconds" -> "toMillis() % 1000";
            default -> "";
        };
        return part.isEmpty() ? null : CelCode.of("($L.$L)", CelType.INT, span, part);
    }
}
