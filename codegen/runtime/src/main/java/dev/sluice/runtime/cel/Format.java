package dev.sluice.runtime.cel;

import dev.sluice.runtime.Bytes;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The function {@code format} of strings. Values are Long, {@link Uint}, Double, Boolean, String, Bytes, Instant, Duration, List, Map or null. */
public final class Format {
    private final String text;
    private final List<? extends @Nullable Object> values;
    private int at;
    private int used;

    private Format(String text, List<? extends @Nullable Object> values) {
        this.text = text;
        this.values = values;
    }

    /**
     * A text with its clauses such as {@code %s} replaced by values in order.
     *
     * @throws IllegalArgumentException if a clause is not known, or a value not of its type or not there
     */
    public static String format(String text, List<? extends @Nullable Object> values) {
        return new Format(text, values).whole();
    }

    private String whole() {
        StringBuilder out = new StringBuilder();
        while (at < text.length()) {
            char c = text.charAt(at++);
            if (c != '%') {
                out.append(c);
            } else if (next() == '%') {
                out.append('%');
            } else {
                at--;
                out.append(clause());
            }
        }
        return out.toString();
    }

    private char next() {
        if (at == text.length()) {
            throw new IllegalArgumentException("a formatting clause is missing behind %");
        }
        return text.charAt(at++);
    }

    private String clause() {
        if (used == values.size()) {
            throw new IllegalArgumentException("there is no value " + (used + 1) + " to format");
        }
        Object value = values.get(used++);
        int precision = 6;
        char c = next();
        if (c == '.') {
            precision = 0;
            c = next();
            while (c >= '0' && c <= '9') {
                precision = Math.min(1000, precision * 10 + c - '0');
                c = next();
            }
        }
        return switch (c) {
            case 's' -> text(value);
            case 'd' -> decimal(value);
            case 'f' -> fixed(value, precision);
            case 'e' ->
                isFinite(value)
                        ? String.format(
                                Locale.ROOT,
                                "%." + precision + "e",
                                number(value).doubleValue())
                        : text(value);
            case 'b' -> value instanceof Boolean bool ? (bool ? "1" : "0") : Long.toBinaryString(bits(value));
            case 'o' -> Long.toOctalString(bits(value));
            case 'x' -> hexadecimal(value);
            case 'X' -> hexadecimal(value).toUpperCase(Locale.ROOT);
            default -> throw new IllegalArgumentException("there is no formatting clause %" + c);
        };
    }

    private static IllegalArgumentException wrongType(@Nullable Object value) {
        return new IllegalArgumentException("a formatting clause does not take " + value);
    }

    private static boolean isFinite(@Nullable Object value) {
        return !(value instanceof Double number) || Double.isFinite(number);
    }

    private static BigDecimal number(@Nullable Object value) {
        if (value instanceof Long number) {
            return BigDecimal.valueOf(number);
        }
        if (value instanceof Uint number) {
            return new BigDecimal(number.toString());
        }
        if (value instanceof Double number) {
            return new BigDecimal(number);
        }
        throw wrongType(value);
    }

    private static long bits(@Nullable Object value) {
        if (value instanceof Long number) {
            return number;
        }
        if (value instanceof Uint number) {
            return number.bits();
        }
        throw wrongType(value);
    }

    private static String decimal(@Nullable Object value) {
        if (!isFinite(value)) {
            return text(value);
        }
        if (value instanceof Double number) {
            return number == 0 ? (1 / number < 0 ? "-0" : "0") : plain(BigDecimal.valueOf(number));
        }
        return number(value).toPlainString();
    }

    private static String plain(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }

    private static String fixed(@Nullable Object value, int precision) {
        return isFinite(value)
                ? number(value).setScale(precision, RoundingMode.HALF_EVEN).toPlainString()
                : text(value);
    }

    private static String hexadecimal(@Nullable Object value) {
        if (value instanceof Bytes bytes) {
            StringBuilder out = new StringBuilder();
            for (int i = 0; i < bytes.size(); i++) {
                out.append(Character.forDigit(bytes.byteAt(i) >> 4 & 15, 16));
                out.append(Character.forDigit(bytes.byteAt(i) & 15, 16));
            }
            return out.toString();
        }
        return value instanceof String string
                ? new BigInteger(1, Bytes.utf8(string).toByteArray()).toString(16)
                : Long.toHexString(bits(value));
    }

    /** A value as {@code %s} has it. */
    static String text(@Nullable Object value) {
        if (value instanceof Double number) {
            return Double.isFinite(number) ? decimal(number) : number.toString();
        }
        if (value instanceof Bytes bytes) {
            return bytes.toUtf8().replaceAll("\ufffd+", "\ufffd");
        }
        if (value instanceof Instant time) {
            return DateTimeFormatter.ISO_INSTANT.format(time);
        }
        if (value instanceof Duration duration) {
            return seconds(duration);
        }
        if (value instanceof List<?> list) {
            List<String> parts = new ArrayList<>();
            for (Object element : list) {
                parts.add(text(element));
            }
            return "[" + String.join(", ", parts) + "]";
        }
        if (value instanceof Map<?, ?> map) {
            TreeMap<String, String> sorted = new TreeMap<>();
            map.forEach((key, element) -> sorted.put(text(key), text(element)));
            List<String> parts = new ArrayList<>();
            sorted.forEach((key, element) -> parts.add(key + ": " + element));
            return "{" + String.join(", ", parts) + "}";
        }
        return String.valueOf(value);
    }

    /** A duration in seconds and parts of them. */
    static String seconds(Duration duration) {
        BigDecimal seconds = BigDecimal.valueOf(duration.getSeconds()).add(BigDecimal.valueOf(duration.getNano(), 9));
        return plain(seconds) + "s";
    }
}
