package dev.sluice.codegen.java;

import com.palantir.javapoet.CodeBlock;
import dev.sluice.schema.model.EnumType;
import dev.sluice.schema.model.EnumValue;
import dev.sluice.schema.model.Field;
import java.util.Optional;

/** What a field without a value reads as: the default of the schema, else the type's zero. */
final class Defaults {
    private Defaults() {}

    /** Whether the default can be written as Java. */
    static boolean isSupported(Field field) {
        return switch (field.type()) {
            case BYTES -> field.defaultValue().filter(text -> !text.isEmpty()).isEmpty();
            case DOUBLE,
                    FLOAT,
                    INT64,
                    UINT64,
                    INT32,
                    FIXED64,
                    FIXED32,
                    BOOL,
                    STRING,
                    GROUP,
                    MESSAGE,
                    UINT32,
                    ENUM,
                    SFIXED32,
                    SFIXED64,
                    SINT32,
                    SINT64 -> true;
        };
    }

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
            case STRING -> CodeBlock.of("$S", written.orElse(""));
            case BYTES -> CodeBlock.of("$T.EMPTY", Runtime.BYTES);
            case ENUM, MESSAGE, GROUP -> throw new IllegalArgumentException("not a scalar: " + field.fullName());
        };
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
