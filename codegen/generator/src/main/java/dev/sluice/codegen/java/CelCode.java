package dev.sluice.codegen.java;

import com.palantir.javapoet.CodeBlock;
import dev.sluice.schema.model.Field;
import dev.sluice.schema.model.MessageType;
import org.jspecify.annotations.Nullable;

/**
 * A compiled expression.
 *
 * @param java the Java expression, one operand
 * @param type its type in the expression language
 * @param bits of a uint, how many bits its values can have; 64 where they can be any
 * @param message the type of a message, else null
 * @param mayFail whether evaluating it can leave a type's range
 */
record CelCode(
        CodeBlock java, Type type, int bits, @Nullable MessageType message, boolean mayFail) {

    /** Types; a number type is a Java long, a uint by its bits. */
    enum Type {
        BOOL,
        INT,
        UINT,
        DOUBLE,
        STRING,
        BYTES,
        MESSAGE,
        COLLECTION
    }

    static CelCode of(CodeBlock java, Type type) {
        return new CelCode(java, type, 64, null, false);
    }

    static CelCode uint(CodeBlock java, int bits) {
        return new CelCode(java, Type.UINT, bits, null, false);
    }

    CelCode failing(boolean alsoMayFail) {
        return new CelCode(java, type, bits, message, mayFail || alsoMayFail);
    }

    /** A stored scalar value of a field type. */
    static CelCode ofScalar(CodeBlock stored, Field field) {
        return switch (field.type()) {
            case BOOL -> of(stored, Type.BOOL);
            case INT32, SINT32, SFIXED32, INT64, SINT64, SFIXED64, ENUM -> of(stored, Type.INT);
            case UINT32, FIXED32 -> uint(CodeBlock.of("$T.toUnsignedLong($L)", Integer.class, stored), 32);
            case UINT64, FIXED64 -> uint(stored, 64);
            case FLOAT, DOUBLE -> of(stored, Type.DOUBLE);
            case STRING -> of(stored, Type.STRING);
            case BYTES -> of(stored, Type.BYTES);
            case MESSAGE, GROUP ->
                new CelCode(stored, Type.MESSAGE, 64, field.message().orElseThrow(), false);
        };
    }
}
