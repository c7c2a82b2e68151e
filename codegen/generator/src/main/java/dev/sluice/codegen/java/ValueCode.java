package dev.sluice.codegen.java;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;
import dev.sluice.schema.model.EnumType;
import dev.sluice.schema.model.Field;

/** The code that reads and writes one value of a field, whatever the field's shape. */
sealed interface ValueCode {

    static ValueCode of(Field field, TypeNames names) {
        if (field.message().isPresent()) {
            return new Sub(names.of(field.message().get()), field.isDelimited());
        }
        if (field.enumType().isPresent()) {
            EnumType type = field.enumType().get();
            return new EnumCode(names.of(type), type.isClosed(), Defaults.enumNumber(field, type));
        }
        return new ScalarCode(Scalar.of(field.type()), Defaults.scalar(field));
    }

    /** The type in the public API. */
    TypeName type();

    /** The type in which it is stored: a number for an enum, so that numbers not declared are kept. */
    TypeName stored();

    /** The wire type of one value. */
    int wireType();

    /** What the field holds where it is absent; null for a message. */
    CodeBlock absent();

    /** Whether a stored value is not the type's zero, and a field without presence thus written. */
    CodeBlock isSet(CodeBlock stored);

    /** A stored value read from {@code in}, a WireReader that stands in the value. */
    CodeBlock fromWire();

    /** Writes a stored value and its tag to {@code out}, a WireWriter. */
    CodeBlock toWire(CodeBlock stored, int number);

    /** Writes a stored value of a packed field to {@code out}, a WireWriter. */
    CodeBlock toPacked(CodeBlock stored);

    /** Writes a stored value to {@code out}, a JsonWriter. */
    CodeBlock toJson(CodeBlock stored);

    default boolean isMessage() {
        return this instanceof Sub;
    }

    default boolean isEnum() {
        return this instanceof EnumCode;
    }

    default int tag(int number) {
        return number << 3 | wireType();
    }

    /** A number, bool, string or bytes. */
    record ScalarCode(Scalar scalar, CodeBlock absent) implements ValueCode {
        @Override
        public TypeName type() {
            return scalar.type();
        }

        @Override
        public TypeName stored() {
            return scalar.type();
        }

        @Override
        public int wireType() {
            return scalar.wireType();
        }

        @Override
        public CodeBlock isSet(CodeBlock stored) {
            return switch (scalar.json()) {
                case "bool" -> CodeBlock.of("$L", stored);
                case "string", "bytes" -> CodeBlock.of("!$L.isEmpty()", stored);
                case "float32" -> CodeBlock.of("$T.floatToRawIntBits($L) != 0", Float.class, stored);
                case "float64" -> CodeBlock.of("$T.doubleToRawLongBits($L) != 0", Double.class, stored);
                default -> CodeBlock.of("$L != 0", stored);
            };
        }

        @Override
        public CodeBlock fromWire() {
            return CodeBlock.of("in.$L()", scalar.wire());
        }

        @Override
        public CodeBlock toWire(CodeBlock stored, int number) {
            return CodeBlock.of("$Lout.tag($L);\n", toPacked(stored), tag(number));
        }

        @Override
        public CodeBlock toPacked(CodeBlock stored) {
            return CodeBlock.of("out.$L($L);\n", scalar.wire(), stored);
        }

        @Override
        public CodeBlock toJson(CodeBlock stored) {
            return CodeBlock.of("out.$L($L);\n", scalar.json(), stored);
        }
    }

    /** An enum, stored as its number. */
    record EnumCode(ClassName type, boolean closed, int absentNumber) implements ValueCode {
        @Override
        public TypeName stored() {
            return TypeName.INT;
        }

        @Override
        public int wireType() {
            return 0;
        }

        @Override
        public CodeBlock absent() {
            return CodeBlock.of("$L", absentNumber);
        }

        @Override
        public CodeBlock isSet(CodeBlock stored) {
            return CodeBlock.of("$L != 0", stored);
        }

        @Override
        public CodeBlock fromWire() {
            return CodeBlock.of("in.enumNumber()");
        }

        @Override
        public CodeBlock toWire(CodeBlock stored, int number) {
            return CodeBlock.of("$Lout.tag($L);\n", toPacked(stored), tag(number));
        }

        @Override
        public CodeBlock toPacked(CodeBlock stored) {
            return CodeBlock.of("out.enumNumber($L);\n", stored);
        }

        @Override
        public CodeBlock toJson(CodeBlock stored) {
            return CodeBlock.of("out.enumNumber($L, $T.names());\n", stored, type);
        }
    }

    /** A message or group. */
    record Sub(ClassName type, boolean delimited) implements ValueCode {
        @Override
        public TypeName stored() {
            return type;
        }

        @Override
        public int wireType() {
            return delimited ? 3 : 2;
        }

        @Override
        public CodeBlock absent() {
            return CodeBlock.of("null");
        }

        @Override
        public CodeBlock isSet(CodeBlock stored) {
            return CodeBlock.of("$L != null", stored);
        }

        @Override
        public CodeBlock fromWire() {
            return CodeBlock.of("$T.builder().mergeFrom(in).build()", type);
        }

        @Override
        public CodeBlock toWire(CodeBlock stored, int number) {
            return CodeBlock.of("out.$L($L, $L);\n", delimited ? "group" : "message", stored, tag(number));
        }

        @Override
        public CodeBlock toPacked(CodeBlock stored) {
            throw new IllegalStateException("messages are never packed");
        }

        @Override
        public CodeBlock toJson(CodeBlock stored) {
            return CodeBlock.of("$L.writeTo(out);\n", stored);
        }

        /** Enters the message or group on {@code in}. */
        CodeBlock enter(int number) {
            return delimited
                    ? CodeBlock.of("long outer = in.enterGroup($L);\n", number)
                    : CodeBlock.of("long outer = in.enterMessage();\n");
        }
    }
}
