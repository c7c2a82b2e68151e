package dev.sluice.contract.pact.derive;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/** A regular expression for the decimal integers within bounds, as a canonical writer prints them. */
final class IntegerRange {
    private static final BigInteger ZERO = BigInteger.ZERO;

    private IntegerRange() {}

    /** The expression, anchored at both ends; for min greater than max one that nothing matches. */
    static String regex(BigInteger min, BigInteger max) {
        List<String> parts = new ArrayList<>();
        if (min.signum() < 0) {
            BigInteger nearest = max.signum() < 0 ? max.negate() : BigInteger.ONE;
            between(nearest, min.negate()).forEach(part -> parts.add("-" + part));
        }
        if (max.signum() >= 0) {
            parts.addAll(between(min.max(ZERO), max));
        }
        return parts.isEmpty() ? "^[^\\s\\S]$" : "^(?:" + String.join("|", parts) + ")$";
    }

    /** Expressions for what lies between two numbers that are not negative, grouped by number of digits. */
    private static List<String> between(BigInteger min, BigInteger max) {
        List<String> parts = new ArrayList<>();
        BigInteger from = min;
        while (from.compareTo(max) <= 0) {
            BigInteger longest = BigInteger.TEN.pow(from.toString().length()).subtract(BigInteger.ONE);
            BigInteger to = longest.min(max);
            sameLength(from.toString(), to.toString(), "", parts);
            from = to.add(BigInteger.ONE);
        }
        return parts;
    }

    private static void sameLength(String min, String max, String prefix, List<String> parts) {
        if (min.isEmpty()) {
            parts.add(prefix);
            return;
        }
        char low = min.charAt(0);
        char high = max.charAt(0);
        String minRest = min.substring(1);
        String maxRest = max.substring(1);
        if (low == high) {
            sameLength(minRest, maxRest, prefix + low, parts);
            return;
        }
        boolean fromStart = minRest.chars().allMatch(c -> c == '0');
        boolean toEnd = maxRest.chars().allMatch(c -> c == '9');
        if (!fromStart) {
            sameLength(minRest, "9".repeat(minRest.length()), prefix + low, parts);
            low++;
        }
        if (!toEnd) {
            high--;
        }
        if (low <= high) {
            parts.add(prefix + digit(low, high) + any(minRest.length()));
        }
        if (!toEnd) {
            sameLength("0".repeat(maxRest.length()), maxRest, prefix + max.charAt(0), parts);
        }
    }

    private static String digit(char low, char high) {
        return low == high ? String.valueOf(low) : "[" + low + "-" + high + "]";
    }

    private static String any(int digits) {
        return switch (digits) {
            case 0 -> "";
            case 1 -> "[0-9]";
            default -> "[0-9]{" + digits + "}";
        };
    }
}
