package dev.sluice.codegen.java;

import dev.sluice.codegen.code.CodeBlock;
import dev.sluice.schema.model.EnumType;
import dev.sluice.schema.model.EnumValue;
import dev.sluice.schema.model.Field;
import java.util.Optional;

/** What a field without a value reads as: the default of the schema, else the type's zero. */
final class Defaults {
    private Defaults() {}

    static CodeBlock scalar(Field field) {
        Optional<String> written = field.isRepeated() ? Optional.empty() : field.defaultValue();
        String text = written.orElse("0");
        return switch (field.type()) {
            case DOUBLE -> decimal(text, Double.class, Double.parseDouble(javaDecimal(text)) + "");
            case FLOAT -> decimal(text, Float.class, Float.parseFloat(javaDecimal(text)) + "f");
            case INT64, SFIXED64, SINT64 -> CodeBlock.of("$LL", Long.parseLong(text));
            case UINT64, FIXED64 -> CodeBlock.of("$LL", Long.parseUnsignedLong(text));
            case INT32, SFIXED32, SINT32 -> CodeBlock.of("$L", Integer.parseInt(text));
            case UINT32, FIXED32 -> CodeBlock.of("$L", Integer.parseUnsignedInt(text));
            case BOOL -> CodeBlock.of("$L", text.equals("true"));
            case STRING -> Literals.string(written.orElse(""));
            case BYTES ->
                written.filter(escaped -> !escaped.isEmpty()).isEmpty()
                        ? CodeBlock.of("$T.EMPTY", Runtime.BYTES)
                        : CodeBlock.of("$T.latin1($L)", Runtime.BYTES, Literals.string(unescaped(text)));
            case ENUM, MESSAGE, GROUP -> throw new IllegalArgumentException("not a scalar: " + field.fullName());
        };
    }

    /** The bytes of a default, a char each, from the C escapes in which descriptors have them. */
    private static String unescaped(String text) {
        StringBuilder bytes = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c != '\\') {
                bytes.append(c);
                continue;
            }
            char escaped = text.charAt(++i);
            if (escaped >= '0' && escaped <= '7') {
                bytes.append((char) Integer.parseInt(text.substring(i, i + 3), 8));
                i += 2;
            } else {
                bytes.append(
                        switch (escaped) {
                            case 'n' -> '\n';
                            case 'r' -> '\r';
                            case 't' -> '\t';
                            default -> escaped;
                        });
            }
        }
        return bytes.toString();
    }

    private static String javaDecimal(String text) {
        return switch (text) {
            case "inf" -> "Infinity";
            case "-inf" -> "-Infinity";
            case "nan" -> "NaN";
            default -> text;
        };
    }

    private static CodeBlock decimal(String text, Class<?> type, String literal) {
        return switch (text) {
            case "inf" -> CodeBlock.of("$T.POSITIVE_INFINITY", type);
            case "-inf" -> CodeBlock.of("$T.NEGATIVE_INFINITY", type);
            case "nan" -> CodeBlock.of("$T.NaN", type);
            default -> CodeBlock.of("$L", literal);
        };
    }

    /** The number of the default value, else that of the first value declared. */
    static int enumNumber(Field field, EnumType type) {
        Optional<EnumValue> written = field.defaultValue().flatMap(type::value);
        return written.or(() -> type.values().stream().findFirst())
                .map(EnumValue::number)
                .orElse(0);
    }
}
