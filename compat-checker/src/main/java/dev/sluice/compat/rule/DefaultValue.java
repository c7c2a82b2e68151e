package dev.sluice.compat.rule;

import dev.sluice.schema.model.EnumType;
import dev.sluice.schema.model.EnumValue;
import dev.sluice.schema.model.Field;
import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/**
 * The value that an unset field reads as. Values of different types compare where that makes sense: numbers, bools and
 * enum numbers with each other, strings with bytes.
 *
 * @param text the value as reports show it
 */
sealed interface DefaultValue {

    String text();

    /** Whether it is what an unset field reads as where the schema states no default. */
    boolean isZero();

    /** Whether an unset field still reads the same. */
    default boolean isSameAs(DefaultValue other) {
        if (isZero() && other.isZero()) {
            return true;
        }
        if (this instanceof Octets before && other instanceof Octets after) {
            return Arrays.equals(before.bytes, after.bytes);
        }
        if (!(this instanceof Numeric before) || !(other instanceof Numeric after)) {
            return false;
        }
        if (before.isSingle != after.isSingle && before.isFloating && after.isFloating) {
            return Float.compare((float) before.value, (float) after.value) == 0;
        }
        return Double.compare(before.value, after.value) == 0 && before.exact.compareTo(after.exact) == 0;
    }

    /** A string or bytes. */
    @SuppressWarnings("ArrayRecordComponent")
    record Octets(String text, byte[] bytes) implements DefaultValue {
        @Override
        public boolean isZero() {
            return bytes.length == 0;
        }
    }

    /**
     * A number, bool or enum value.
     *
     * @param value the value, or the double nearest to it; never negative zero
     * @param exact the value without loss; zero for infinities and NaN
     * @param isFloating whether it is a float or double
     * @param isSingle whether it is a float
     */
    record Numeric(String text, double value, BigDecimal exact, boolean isFloating, boolean isSingle)
            implements DefaultValue {
        static Numeric integer(String text, BigDecimal exact) {
            return new Numeric(text, exact.doubleValue(), exact, false, false);
        }

        static Numeric floating(String text, double value, boolean isSingle) {
            BigDecimal exact =
                    Double.isInfinite(value) || Double.isNaN(value) ? BigDecimal.ZERO : new BigDecimal(value);
            return new Numeric(text, value == 0 ? 0 : value, exact, true, isSingle);
        }

        @Override
        public boolean isZero() {
            return value == 0;
        }
    }

    /** The default of a singular field that is no message. */
    static DefaultValue of(Field field) {
        String declared = field.defaultValue().orElse("");
        return switch (field.type()) {
            case STRING -> new Octets("\"" + declared + "\"", declared.getBytes(StandardCharsets.UTF_8));
            case BYTES -> new Octets("\"" + declared + "\"", unescape(declared));
            case BOOL ->
                Numeric.integer(
                        declared.equals("true") ? "true" : "false",
                        declared.equals("true") ? BigDecimal.ONE : BigDecimal.ZERO);
            case ENUM -> ofEnum(field.enumType().orElseThrow(), declared);
            case FLOAT -> Numeric.floating(zeroIfEmpty(declared), Float.parseFloat(javaFloat(declared)), true);
            case DOUBLE -> Numeric.floating(zeroIfEmpty(declared), Double.parseDouble(javaFloat(declared)), false);
            case INT32, INT64, UINT32, UINT64, SINT32, SINT64, FIXED32, FIXED64, SFIXED32, SFIXED64 ->
                Numeric.integer(zeroIfEmpty(declared), new BigDecimal(zeroIfEmpty(declared)));
            case MESSAGE, GROUP -> throw new IllegalArgumentException(field + " has no default");
        };
    }

    private static DefaultValue ofEnum(EnumType type, String declared) {
        Optional<EnumValue> named = declared.isEmpty() ? Optional.empty() : type.value(declared);
        EnumValue value = named.orElse(type.values().get(0));
        return Numeric.integer(value.name(), BigDecimal.valueOf(value.number()));
    }

    private static String zeroIfEmpty(String declared) {
        return declared.isEmpty() ? "0" : declared;
    }

    /** The words of descriptor.proto for what is no finite number, as Java has them. */
    private static String javaFloat(String declared) {
        return switch (declared) {
            case "" -> "0";
            case "inf" -> "Infinity";
            case "-inf" -> "-Infinity";
            case "nan", "-nan" -> "NaN";
            default -> declared;
        };
    }

    /** The bytes of a C-escaped text (descriptor.proto, FieldDescriptorProto.default_value). */
    private static byte[] unescape(String text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c != '\\' || i + 1 == text.length()) {
                bytes.write(c);
                continue;
            }
            c = text.charAt(++i);
            if (c >= '0' && c <= '7') {
                int value = 0;
                int end = Math.min(i + 3, text.length());
                while (i < end && text.charAt(i) >= '0' && text.charAt(i) <= '7') {
                    value = value * 8 + text.charAt(i++) - '0';
                }
                i--;
                bytes.write(value);
            } else {
                bytes.write(
                        switch (c) {
                            case 'n' -> '\n';
                            case 'r' -> '\r';
                            case 't' -> '\t';
                            default -> c;
                        });
            }
        }
        return bytes.toByteArray();
    }
}
