package dev.sluice.schema.option;

import dev.sluice.schema.descriptor.FieldType;
import dev.sluice.schema.model.EnumType;
import dev.sluice.schema.model.EnumValue;
import dev.sluice.schema.model.Field;
import dev.sluice.schema.parse.AggregateTokens;

/** Reads the scalar values of text format. */
final class AggregateScalars {
    private final AggregateTokens tokens;

    AggregateScalars(AggregateTokens tokens) {
        this.tokens = tokens;
    }

    String name(String what) {
        if (!tokens.atName()) {
            throw expected(what);
        }
        String name = tokens.text();
        tokens.next();
        return name;
    }

    String dottedName(String what) {
        String first = name(what);
        if (!tokens.at('.')) {
            return first;
        }
        StringBuilder name = new StringBuilder(first);
        while (tokens.accept('.')) {
            name.append('.').append(name(what));
        }
        return name.toString();
    }

    /** Reads one value of a field and adds it to the message. */
    void read(MessageBuilder message, Field field) {
        FieldType type = field.type();
        switch (type) {
            case INT32, INT64, SINT32, SINT64, SFIXED32, SFIXED64, UINT32, UINT64, FIXED32, FIXED64 ->
                addInteger(message, field, integer(type));
            case BOOL -> addInteger(message, field, bool(field) ? 1 : 0);
            case ENUM -> addInteger(message, field, enumNumber(message.rules(), field));
            case FLOAT, DOUBLE -> addDecimal(message, field, decimal());
            case STRING, BYTES -> addBytes(message, field);
            case MESSAGE, GROUP -> throw expected("a message");
        }
    }

    private static void addInteger(MessageBuilder message, Field field, long value) {
        if (value != 0 || isWrittenWhenZero(message, field)) {
            ScalarWriter.integer(field.type(), value, message.scalar(field));
        }
    }

    private static void addDecimal(MessageBuilder message, Field field, double value) {
        if (Double.doubleToRawLongBits(value) != 0 || isWrittenWhenZero(message, field)) {
            ScalarWriter.decimal(field.type(), value, message.scalar(field));
        }
    }

    private void addBytes(MessageBuilder message, Field field) {
        if (!tokens.atString()) {
            throw expected("a string");
        }
        byte[] value = tokens.strings();
        if (value.length > 0 || isWrittenWhenZero(message, field)) {
            ScalarWriter.bytes(value, message.scalar(field));
        }
    }

    private static boolean isWrittenWhenZero(MessageBuilder message, Field field) {
        return field.isRepeated() || message.rules().hasPresence(field);
    }

    private long integer(FieldType type) {
        boolean negative = tokens.accept('-');
        if (!tokens.atInteger()) {
            throw expected("an integer");
        }
        if (negative && !OptionRange.isSigned(type)) {
            throw outOfRange(type);
        }
        if (!tokens.integerFits(OptionRange.max(type) + (negative ? 1 : 0))) {
            throw outOfRange(type);
        }
        long value = tokens.integer();
        tokens.next();
        return negative ? -value : value;
    }

    private AggregateException outOfRange(FieldType type) {
        return new AggregateException(
                tokens.offset(),
                "the number is out of the range of " + type.keyword() + ", " + OptionRange.describe(type));
    }

    private boolean bool(Field field) {
        if (tokens.atInteger()) {
            return integer(FieldType.BOOL) != 0;
        }
        if (!tokens.atName()) {
            throw expected("true or false");
        }
        boolean value = switch (tokens.text()) {
            case "true", "True", "t" -> true;
            case "false", "False", "f" -> false;
            default ->
                throw new AggregateException(
                        tokens.offset(),
                        tokens.shown() + " is no value of bool field \"" + field.name() + "\"; write true or false");
        };
        tokens.next();
        return value;
    }

    private long enumNumber(FieldRules rules, Field field) {
        EnumType type = field.enumType().orElseThrow();
        int offset = tokens.offset();
        String shown = tokens.shown();
        if (tokens.atName()) {
            EnumValue value = type.value(tokens.text()).orElse(null);
            if (value == null) {
                throw new AggregateException(offset, type.fullName() + " has no value " + shown);
            }
            tokens.next();
            return value.number();
        }
        if (!tokens.at('-') && !tokens.atInteger()) {
            throw expected("the name or number of a value of " + type.fullName());
        }
        long number = integer(FieldType.ENUM);
        if (type.value((int) number).isEmpty() && rules.isClosed(type)) {
            throw new AggregateException(offset, type.fullName() + " has no value with number " + number);
        }
        return number;
    }

    private double decimal() {
        boolean negative = tokens.accept('-');
        double value;
        if (tokens.atInteger()) {
            if (!tokens.isDecimal()) {
                throw expected("a decimal number");
            }
            value = tokens.number();
        } else if (tokens.atFloat()) {
            value = tokens.number();
        } else if (tokens.atName()) {
            value = switch (tokens.lowerCaseText()) {
                case "inf", "infinity" -> Double.POSITIVE_INFINITY;
                case "nan" -> Double.NaN;
                default -> throw expected("a number");
            };
        } else {
            throw expected("a number");
        }
        tokens.next();
        return negative ? -value : value;
    }

    private AggregateException expected(String what) {
        return new AggregateException(tokens.offset(), "expected " + what + ", found " + tokens.shown());
    }
}
