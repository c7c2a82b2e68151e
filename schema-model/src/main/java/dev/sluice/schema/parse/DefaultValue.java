package dev.sluice.schema.parse;

import dev.sluice.schema.descriptor.FieldType;
import org.jspecify.annotations.Nullable;

/** Reads a field's default and writes it in descriptor.proto's text form (FieldDescriptorProto, default_value). */
final class DefaultValue {
    private static final long INT64_MAX = Long.MAX_VALUE;
    private static final long UINT32_MAX = 0xffffffffL;

    private final Tokens tokens;

    DefaultValue(Tokens tokens) {
        this.tokens = tokens;
    }

    /**
     * Reads the default of a field.
     *
     * @param type the field's type, or null where it is a name: then any one token is taken, and the linker decides
     */
    String read(@Nullable FieldType type) {
        if (type == null) {
            return anyToken();
        }
        return switch (type) {
            case INT32, SINT32, SFIXED32 -> signed(Integer.MAX_VALUE);
            case INT64, SINT64, SFIXED64 -> signed(INT64_MAX);
            case UINT32, FIXED32 -> unsigned(UINT32_MAX);
            case UINT64, FIXED64 -> unsigned(NumberLiteral.UINT64_MAX);
            case FLOAT -> FloatText.of((float) number());
            case DOUBLE -> FloatText.of(number());
            case BOOL -> bool();
            case STRING -> tokens.literals().string("a string as the default of a string field");
            case BYTES -> escaped(tokens.literals().bytes("a string as the default of a bytes field"));
            case ENUM, MESSAGE, GROUP -> throw tokens.fail("a message or group cannot have a default; remove it");
        };
    }

    private String anyToken() {
        if (tokens.atEnd()) {
            throw tokens.expected("the default of the field");
        }
        String text = tokens.text();
        tokens.next();
        return text;
    }

    private String signed(long max) {
        String what = "an integer as the default of an integer field";
        if (tokens.accept('-')) {
            return Long.toString(-tokens.literals().integer(max + 1, what));
        }
        return Long.toString(tokens.literals().integer(max, what));
    }

    private String unsigned(long max) {
        if (tokens.at('-')) {
            tokens.report("the default of an unsigned field cannot be negative");
            tokens.next();
        }
        return Long.toUnsignedString(tokens.literals().integer(max, "an integer as the default of an integer field"));
    }

    private double number() {
        boolean negative = tokens.accept('-');
        double value = tokens.literals().number("a number as the default of a float or double field");
        return negative ? -value : value;
    }

    private String bool() {
        if (tokens.accept(Word.TRUE)) {
            return "true";
        }
        tokens.require(Word.FALSE, "\"true\" or \"false\" as the default of a bool field");
        return "false";
    }

    /** Bytes with C escapes: octal for what is not printable ASCII. */
    private static String escaped(byte[] bytes) {
        StringBuilder text = new StringBuilder(bytes.length + 8);
        for (byte b : bytes) {
            switch (b) {
                case '\n' -> text.append("\\n");
                case '\r' -> text.append("\\r");
                case '\t' -> text.append("\\t");
                case '"' -> text.append("\\\"");
                case '\'' -> text.append("\\'");
                case '\\' -> text.append("\\\\");
                default -> {
                    if (b >= ' ' && b < 0x7f) {
                        text.append((char) b);
                    } else {
                        int code = b & 0xff;
                        text.append('\\')
                                .append((char) ('0' + (code >> 6)))
                                .append((char) ('0' + (code >> 3 & 7)))
                                .append((char) ('0' + (code & 7)));
                    }
                }
            }
        }
        return text.toString();
    }
}
