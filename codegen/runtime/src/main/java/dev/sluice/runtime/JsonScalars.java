package dev.sluice.runtime;

import java.util.Base64;
import java.util.Objects;

/** Reads the scalar values of protobuf from JSON text (protobuf.dev, ProtoJSON Format). */
abstract class JsonScalars extends JsonScanner {
    JsonScalars(String text) {
        super(text);
    }

    /** Fails because of the member, element or entry that was read last. */
    public abstract MalformedMessageException malformed(String reason);

    /** Reads a signed 32-bit integer, a number or a string. */
    public final int int32() {
        return (int) integral(JsonNumbers.INT32);
    }

    /** Reads an unsigned 32-bit integer, a number or a string. */
    public final int uint32() {
        return (int) integral(JsonNumbers.UINT32);
    }

    /** Reads a signed 64-bit integer, a number or a string. */
    public final long int64() {
        return integral(JsonNumbers.INT64);
    }

    /** Reads an unsigned 64-bit integer, a number or a string. */
    public final long uint64() {
        return integral(JsonNumbers.UINT64);
    }

    private long integral(JsonNumbers range) {
        boolean quoted = peek() == '"';
        int start = at;
        long plain = plainInteger(quoted);
        if (range.holds(plain)) {
            return plain;
        }
        at = start;
        String number = quoted ? stringText() : numberText();
        return integral(number, range, start);
    }

    /** Reads an integer of up to 18 digits without anything else; another gives {@link JsonNumbers#NONE}. */
    private long plainInteger(boolean quoted) {
        int length = text.length();
        int i = quoted ? at + 1 : at;
        boolean negative = i < length && text.charAt(i) == '-';
        if (negative) {
            i++;
        }
        int first = i;
        long value = 0;
        while (i < length && i < first + 18 && isDigit(text.charAt(i))) {
            value = value * 10 + (text.charAt(i++) - '0');
        }
        if (i == first || (text.charAt(first) == '0' && i > first + 1)) {
            return JsonNumbers.NONE;
        }
        char next = i < length ? text.charAt(i) : 0;
        if (quoted ? next != '"' : isDigit(next) || next == '.' || (next | 0x20) == 'e') {
            return JsonNumbers.NONE;
        }
        at = quoted ? i + 1 : i;
        return negative ? -value : value;
    }

    final long integral(String number, JsonNumbers range, int start) {
        try {
            return range.parse(number);
        } catch (NumberFormatException e) {
            throw malformed(Objects.requireNonNullElse(e.getMessage(), "expected an integer"), start);
        }
    }

    /** Reads a double: a number, a string with a number, or {@code "NaN"}, {@code "Infinity"}, {@code "-Infinity"}. */
    public final double float64() {
        double plain = plainDecimal();
        if (!Double.isNaN(plain)) {
            return plain;
        }
        String number = decimalText();
        return switch (number) {
            case "NaN" -> Double.NaN;
            case "Infinity" -> Double.POSITIVE_INFINITY;
            case "-Infinity" -> Double.NEGATIVE_INFINITY;
            default -> {
                double value = Double.parseDouble(number);
                if (Double.isInfinite(value)) {
                    throw malformed("a double is out of range");
                }
                yield value;
            }
        };
    }

    /** Reads a number of up to 15 digits without quotation marks or an exponent; another gives NaN, and is not read. */
    private double plainDecimal() {
        boolean negative = peek() == '-';
        int length = text.length();
        int first = negative ? at + 1 : at;
        int i = first;
        int point = -1;
        long digits = 0;
        char next = 0;
        for (; i < length; i++) {
            next = text.charAt(i);
            if (isDigit(next)) {
                digits = digits * 10 + (next - '0');
            } else if (next == '.' && point < 0) {
                point = i;
            } else {
                break;
            }
            if (i - first > 15) {
                return Double.NaN;
            }
        }
        int whole = (point < 0 ? i : point) - first;
        boolean isExponent = i < length && (next == '.' || (next | 0x20) == 'e');
        if (whole == 0 || whole > 15 || point == i - 1 || isExponent || (whole > 1 && text.charAt(first) == '0')) {
            return Double.NaN;
        }
        at = i;
        double value = JsonDecimals.of(digits, point < 0 ? 0 : i - point - 1);
        return negative ? -value : value;
    }

    /** Reads a float, as {@link #float64()}. */
    public final float float32() {
        String number = decimalText();
        return switch (number) {
            case "NaN" -> Float.NaN;
            case "Infinity" -> Float.POSITIVE_INFINITY;
            case "-Infinity" -> Float.NEGATIVE_INFINITY;
            default -> {
                float value = Float.parseFloat(number);
                if (Float.isInfinite(value)) {
                    throw malformed("a float is out of range");
                }
                yield value;
            }
        };
    }

    private String decimalText() {
        if (peek() != '"') {
            return numberText();
        }
        int start = at;
        String number = stringText();
        boolean special = number.equals("NaN") || number.equals("Infinity") || number.equals("-Infinity");
        if (!special && (number.isEmpty() || numberEnd(number, 0) != number.length())) {
            throw malformed("expected a number, found a string with something else", start);
        }
        return number;
    }

    /** Reads a bool. */
    public final boolean bool() {
        if (takeWord("true")) {
            return true;
        }
        if (takeWord("false")) {
            return false;
        }
        throw unexpected("true or false");
    }

    /** Reads a string. */
    public final String string() {
        if (peek() != '"') {
            throw unexpected("a string");
        }
        return stringText();
    }

    /** Reads bytes in base64, standard or URL-safe, padded or not (RFC 4648). */
    public final Bytes bytes() {
        boolean quoted = peek() == '"';
        int start = at;
        int end = text.indexOf('"', start + 1);
        byte[] plain = quoted && end > start + 1 ? JsonBase64.decode(text, start + 1, end) : null;
        if (plain != null) {
            at = end + 1;
            return new Bytes(plain);
        }
        String encoded = string();
        if (encoded.indexOf('-') >= 0 || encoded.indexOf('_') >= 0) {
            encoded = encoded.replace('-', '+').replace('_', '/');
        }
        try {
            byte[] decoded = Base64.getDecoder().decode(encoded);
            return decoded.length == 0 ? Bytes.EMPTY : new Bytes(decoded);
        } catch (IllegalArgumentException e) {
            throw malformed("expected base64", start);
        }
    }
}
