package dev.sluice.runtime.cel;

import dev.sluice.runtime.Bytes;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;

/** Conversions between types (CEL language definition, Type Conversions). */
public final class Conversions {
    private Conversions() {}

    private static IllegalArgumentException range(Object value, String type) {
        return new IllegalArgumentException(value + " is out of the range of " + type);
    }

    private static IllegalArgumentException malformed(String text, String type) {
        return new IllegalArgumentException("\"" + text + "\" is no " + type);
    }

    /** The int of a uint. */
    public static long intOfUint(long bits) {
        if (bits < 0) {
            throw range(Long.toUnsignedString(bits), "int");
        }
        return bits;
    }

    /** The int of a double, without its fraction. */
    public static long intOf(double value) {
        if (!(value > -0x1p63 && value < 0x1p63)) {
            throw range(value, "int");
        }
        return (long) value;
    }

    /** The int that a text spells. */
    public static long intOf(String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw malformed(text, "int");
        }
    }

    /** The uint of an int. */
    public static long uintOfInt(long value) {
        if (value < 0) {
            throw range(value, "uint");
        }
        return value;
    }

    /** The uint of a double, without its fraction. */
    public static long uintOf(double value) {
        if (!(value >= 0 && value < 0x1p64)) {
            throw range(value, "uint");
        }
        return value < 0x1p63 ? (long) value : (long) (value - 0x1p63) + Long.MIN_VALUE;
    }

    /** The uint that a text spells. */
    public static long uintOf(String text) {
        try {
            return Long.parseUnsignedLong(text);
        } catch (NumberFormatException e) {
            throw malformed(text, "uint");
        }
    }

    /** The double next to a uint. */
    public static double doubleOfUint(long bits) {
        return bits >= 0 ? bits : (double) (bits >>> 1 | bits & 1) * 2;
    }

    /** The double that a text spells. */
    public static double doubleOf(String text) {
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException e) {
            throw malformed(text, "double");
        }
    }

    /** The bool that a text spells. */
    public static boolean boolOf(String text) {
        return switch (text) {
            case "true", "True", "TRUE", "t", "1" -> true;
            case "false", "False", "FALSE", "f", "0" -> false;
            default -> throw malformed(text, "bool");
        };
    }

    /** The text that bytes are in UTF-8. */
    public static String stringOf(Bytes bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes.toByteArray()))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new IllegalArgumentException("the bytes are not UTF-8");
        }
    }

    /** The time that a text spells (RFC 3339). */
    public static Instant timestampOf(String text) {
        try {
            return java.time.OffsetDateTime.parse(text).toInstant();
        } catch (java.time.DateTimeException e) {
            throw malformed(text, "timestamp");
        }
    }

    /** The duration that a text spells, such as {@code 1h30m} or {@code 1.5s}. */
    public static Duration durationOf(String text) {
        int i = text.startsWith("-") || text.startsWith("+") ? 1 : 0;
        Duration sum = Duration.ZERO;
        if (i == text.length()) {
            throw malformed(text, "duration");
        }
        if (text.substring(i).equals("0")) {
            return sum;
        }
        try {
            while (i < text.length()) {
                int digits = i;
                while (i < text.length() && (Character.isDigit(text.charAt(i)) || text.charAt(i) == '.')) {
                    i++;
                }
                int unit = i;
                while (i < text.length() && !Character.isDigit(text.charAt(i)) && text.charAt(i) != '.') {
                    i++;
                }
                long nanos = switch (text.substring(unit, i)) {
                    case "h" -> 3_600_000_000_000L;
                    case "m" -> 60_000_000_000L;
                    case "s" -> 1_000_000_000L;
                    case "ms" -> 1_000_000L;
                    case "us", "µs", "μs" -> 1000L;
                    case "ns" -> 1L;
                    default -> throw malformed(text, "duration");
                };
                sum = sum.plusNanos(new java.math.BigDecimal(text.substring(digits, unit))
                        .multiply(java.math.BigDecimal.valueOf(nanos))
                        .toBigInteger()
                        .longValueExact());
            }
        } catch (NumberFormatException | ArithmeticException e) {
            throw malformed(text, "duration");
        }
        return text.startsWith("-") ? sum.negated() : sum;
    }

    /** A duration as text, such as {@code 1.5s}. */
    public static String stringOf(Duration value) {
        return Format.seconds(value);
    }

    /** A double as text. */
    public static String stringOf(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? Long.toString((long) value)
                : Double.toString(value);
    }
}
