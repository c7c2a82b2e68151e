package dev.sluice.compat.constraint;

import dev.sluice.schema.value.MessageValue;
import dev.sluice.schema.value.Value;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.OptionalLong;

/** Compares values of rules and shows them as a schema has them. */
final class RuleValues {
    private static final BigDecimal PAST_EVERYTHING = new BigDecimal("1e400");
    private static final BigDecimal NANOS = BigDecimal.valueOf(1_000_000_000L);

    private RuleValues() {}

    /** A number, or the seconds of a duration or time. */
    static BigDecimal number(Value value) {
        if (value instanceof Value.Int integer) {
            return BigDecimal.valueOf(integer.value());
        }
        if (value instanceof Value.Unsigned integer) {
            return new BigDecimal(new BigInteger(Long.toUnsignedString(integer.bits())));
        }
        if (value instanceof Value.Decimal decimal) {
            return decimal(decimal.value());
        }
        if (value instanceof Value.Message message) {
            OptionalLong seconds = message.value().integer("seconds");
            OptionalLong nanos = message.value().integer("nanos");
            return BigDecimal.valueOf(seconds.orElse(0))
                    .add(BigDecimal.valueOf(nanos.orElse(0)).divide(NANOS));
        }
        return BigDecimal.ZERO;
    }

    private static BigDecimal decimal(double value) {
        if (Double.isInfinite(value) || Double.isNaN(value)) {
            return value < 0 ? PAST_EVERYTHING.negate() : PAST_EVERYTHING;
        }
        return new BigDecimal(value);
    }

    /** The value as text, the same for equal values and for no others of the same type. */
    static String show(Value value) {
        if (value instanceof Value.Int integer) {
            return String.valueOf(integer.value());
        }
        if (value instanceof Value.Unsigned integer) {
            return Long.toUnsignedString(integer.bits());
        }
        if (value instanceof Value.Decimal decimal) {
            return String.valueOf(decimal.value());
        }
        if (value instanceof Value.Bool bool) {
            return String.valueOf(bool.value());
        }
        if (value instanceof Value.Text text) {
            return "\"" + text.value() + "\"";
        }
        if (value instanceof Value.Bytes bytes) {
            return "0x" + HexFormat.of().formatHex(bytes.value());
        }
        if (value instanceof Value.EnumNumber number) {
            return number.declared().map(declared -> declared.name()).orElse(String.valueOf(number.number()));
        }
        MessageValue message = ((Value.Message) value).value();
        String name = message.type().fullName();
        if (name.equals("google.protobuf.Duration") || name.equals("google.protobuf.Timestamp")) {
            return number(value).stripTrailingZeros().toPlainString() + "s";
        }
        return "0x" + HexFormat.of().formatHex(message.encoded());
    }

    /** Text or bytes, a char a byte. */
    static String text(Value value) {
        if (value instanceof Value.Text text) {
            return new String(text.value().getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
        }
        return value instanceof Value.Bytes bytes ? new String(bytes.value(), StandardCharsets.ISO_8859_1) : "";
    }

    static List<String> show(List<Value> values) {
        return values.stream().map(RuleValues::show).toList();
    }
}
