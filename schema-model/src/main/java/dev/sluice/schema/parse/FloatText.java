package dev.sluice.schema.parse;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * Floats as descriptor.proto writes them in {@code default_value}: the fewest digits of two precisions that read back
 * as the same number, in the notation of C's {@code %g}.
 */
final class FloatText {
    private static final int DOUBLE_DIGITS = 15;
    private static final int FLOAT_DIGITS = 6;
    private static final int SMALLEST_PLAIN_EXPONENT = -4;

    private FloatText() {}

    /** A double. */
    static String of(double value) {
        if (Double.isNaN(value) || Double.isInfinite(value)) {
            return special(value);
        }
        String text = general(value, DOUBLE_DIGITS);
        return Double.parseDouble(text) == value ? text : general(value, DOUBLE_DIGITS + 2);
    }

    /** A float. */
    static String of(float value) {
        if (Float.isNaN(value) || Float.isInfinite(value)) {
            return special(value);
        }
        String text = general(value, FLOAT_DIGITS);
        // protoc takes the shorter text of a subnormal float for one that does not read back.
        boolean subnormal = value != 0 && Math.abs(value) < Float.MIN_NORMAL;
        return !subnormal && Float.parseFloat(text) == value ? text : general(value, FLOAT_DIGITS + 3);
    }

    private static String special(double value) {
        if (Double.isNaN(value)) {
            return "nan";
        }
        return value > 0 ? "inf" : "-inf";
    }

    private static String general(double value, int precision) {
        String sign = Double.doubleToRawLongBits(value) < 0 ? "-" : "";
        if (value == 0) {
            return sign + "0";
        }
        BigDecimal rounded = new BigDecimal(Math.abs(value))
                .round(new MathContext(precision, RoundingMode.HALF_EVEN))
                .stripTrailingZeros();
        int exponent = rounded.precision() - rounded.scale() - 1;
        if (exponent >= SMALLEST_PLAIN_EXPONENT && exponent < precision) {
            return sign + rounded.toPlainString();
        }
        String digits = rounded.unscaledValue().toString();
        String mantissa = digits.length() == 1 ? digits : digits.charAt(0) + "." + digits.substring(1);
        int size = Math.abs(exponent);
        return sign + mantissa + (exponent < 0 ? "e-" : "e+") + (size < 10 ? "0" : "") + size;
    }
}
