package dev.sluice.contract.pact.derive;

import com.google.protobuf.Descriptors.FieldDescriptor;
import dev.sluice.contract.pact.schema.Constraints;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/** Rules for numbers: a number matcher, and the bounds of type and constraints as an expression. */
final class NumberRules {
    private static final BigInteger ONE = BigInteger.ONE;

    private NumberRules() {}

    /** The least and the greatest value of an integer type. */
    record Bounds(BigInteger min, BigInteger max) {
        static Bounds of(FieldDescriptor.Type type) {
            int bits = switch (type) {
                case INT64, UINT64, SINT64, FIXED64, SFIXED64 -> 64;
                default -> 32;
            };
            return switch (type) {
                case UINT32, FIXED32, UINT64, FIXED64 ->
                    new Bounds(BigInteger.ZERO, ONE.shiftLeft(bits).subtract(ONE));
                default ->
                    new Bounds(
                            ONE.shiftLeft(bits - 1).negate(),
                            ONE.shiftLeft(bits - 1).subtract(ONE));
            };
        }
    }

    static List<Rule> of(FieldDescriptor.Type type, Constraints constraints) {
        if (constraints.rule("const").isPresent()) {
            return List.of(Rule.EQUALITY);
        }
        if (type == FieldDescriptor.Type.DOUBLE || type == FieldDescriptor.Type.FLOAT) {
            return List.of(Rule.NUMBER);
        }
        String text = text(type, constraints);
        if (isText(type)) {
            return List.of(Rule.TYPE, Rule.regex(text));
        }
        return List.of(Rule.INTEGER, Rule.regex(text));
    }

    /** The expression that the decimal text of an integer matches. */
    static String text(FieldDescriptor.Type type, Constraints constraints) {
        List<?> among = constraints.rules("in");
        if (!among.isEmpty()) {
            List<String> values = new ArrayList<>();
            among.forEach(value -> values.add(whole(type, value).toString()));
            return "^(?:" + String.join("|", values) + ")$";
        }
        Bounds bounds = bounds(type, constraints);
        return bounds.min().compareTo(bounds.max()) > 0 ? text(Bounds.of(type)) : text(bounds);
    }

    private static String text(Bounds bounds) {
        return IntegerRange.regex(bounds.min(), bounds.max());
    }

    /** The bounds that type and constraints set; min above max where the constraints exclude what is between. */
    static Bounds bounds(FieldDescriptor.Type type, Constraints constraints) {
        Bounds widest = Bounds.of(type);
        BigInteger min = constraints
                .rule("gte")
                .map(value -> whole(type, value))
                .or(() -> constraints.rule("gt").map(value -> whole(type, value).add(ONE)))
                .orElse(widest.min());
        BigInteger max = constraints
                .rule("lte")
                .map(value -> whole(type, value))
                .or(() -> constraints.rule("lt").map(value -> whole(type, value).subtract(ONE)))
                .orElse(widest.max());
        if (constraints.ignoresZero() && min.compareTo(max) <= 0) {
            return new Bounds(min.min(BigInteger.ZERO), max.max(BigInteger.ZERO));
        }
        return new Bounds(min, max);
    }

    /** An integer as protobuf-java holds it, by its value. */
    static BigInteger whole(FieldDescriptor.Type type, Object value) {
        long number = ((Number) value).longValue();
        return switch (type) {
            case UINT32, FIXED32 -> BigInteger.valueOf(number & 0xFFFF_FFFFL);
            case UINT64, FIXED64 -> new BigInteger(Long.toUnsignedString(number));
            default -> BigInteger.valueOf(number);
        };
    }

    /** Whether proto3 JSON writes the type as a string. */
    private static boolean isText(FieldDescriptor.Type type) {
        return switch (type) {
            case INT64, UINT64, SINT64, FIXED64, SFIXED64 -> true;
            default -> false;
        };
    }
}
