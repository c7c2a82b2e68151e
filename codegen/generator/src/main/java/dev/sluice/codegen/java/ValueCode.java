package dev.sluice.codegen.java;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import dev.sluice.codegen.code.CodeBlock;
import dev.sluice.schema.descriptor.FieldType;
import dev.sluice.schema.model.EnumType;
import dev.sluice.schema.model.Features;
import dev.sluice.schema.model.Field;
import dev.sluice.schema.model.MessageType;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The code that reads and writes one value of a field, whatever the field's shape. */
sealed interface ValueCode {

    static ValueCode of(Field field, TypeNames names) {
        if (field.message().isPresent()) {
            MessageType type = field.message().get();
            return new Sub(
                    names.of(type), field.isDelimited(), names.required().isIn(type), WellKnown.conversion(type));
        }
        if (field.enumType().isPresent()) {
            EnumType type = field.enumType().get();
            return new EnumCode(names.of(type), type.isClosed(), Defaults.enumNumber(field, type));
        }
        return new ScalarCode(Scalar.of(field.type(), isLoose(field)), Defaults.scalar(field));
    }

    /** Whether a field holds strings that need not be UTF-8; keys and values of maps do, as protobuf-java has it. */
    private static boolean isLoose(Field field) {
        return field.type() == FieldType.STRING
                && field.features().utf8Validation() == Features.Utf8Validation.NONE
                && field.parent().filter(MessageType::isMapEntry).isEmpty();
    }

    /**
     * How stored values become those of the API and back: two static methods of one class.
     *
     * @param api the type in the API
     */
    record Conversion(TypeName api, ClassName holder, String toApi, String fromApi) {}

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

    /** An expression: writes a stored value and its tag to {@code out}, a WireWriter, before the position {@code at}. */
    CodeBlock toWire(String at, CodeBlock stored, int number);

    /** An expression: writes a stored value of a packed field to {@code out}, a WireWriter. */
    CodeBlock toPacked(String at, CodeBlock stored);

    /** Writes a stored value to {@code out}, a JsonWriter. */
    CodeBlock toJson(CodeBlock stored);

    /** A value of the API, made of a stored one. */
    CodeBlock toApi(CodeBlock stored);

    /** A stored value, made of one of the API. */
    CodeBlock fromApi(CodeBlock value);

    /** A reference to the method that does {@link #toApi}; only where the types differ. */
    CodeBlock toApiReference();

    /** A reference to the method that does {@link #fromApi}; only where the types differ. */
    CodeBlock fromApiReference();

    /** Whether the type in the API differs from the stored one. */
    default boolean isConverted() {
        return !type().equals(stored());
    }

    /** The list of the runtime that holds several values: one without boxes for primitive ones. */
    default TypeName list() {
        ClassName primitives = primitives();
        return primitives == null ? ParameterizedTypeName.get(Runtime.FIELD_LIST, stored()) : primitives;
    }

    /** An empty list. */
    default CodeBlock emptyList() {
        ClassName primitives = primitives();
        return primitives == null
                ? CodeBlock.of("$T.empty()", Runtime.FIELD_LIST)
                : CodeBlock.of("$T.EMPTY", primitives);
    }

    /** The class of the runtime that makes a list of a collection. */
    default ClassName listClass() {
        ClassName primitives = primitives();
        return primitives == null ? Runtime.FIELD_LIST : primitives;
    }

    /** The method that gives an element of a list. */
    default String element() {
        return primitives() == null ? "get" : "at";
    }

    private @Nullable ClassName primitives() {
        return Runtime.PRIMITIVE_LISTS.get(stored());
    }

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
        public CodeBlock toWire(String at, CodeBlock stored, int number) {
            return CodeBlock.of("out.$L($L, $L, $L)", scalar.wire(), at, tag(number), stored);
        }

        @Override
        public CodeBlock toPacked(String at, CodeBlock stored) {
            return CodeBlock.of("out.$L($L, $L)", scalar.wire(), at, stored);
        }

        @Override
        public CodeBlock toJson(CodeBlock stored) {
            return CodeBlock.of("out.$L($L);\n", scalar.json(), stored);
        }

        @Override
        public CodeBlock toApi(CodeBlock stored) {
            return stored;
        }

        @Override
        public CodeBlock fromApi(CodeBlock value) {
            return value;
        }

        @Override
        public CodeBlock toApiReference() {
            throw new IllegalStateException("scalars are not converted");
        }

        @Override
        public CodeBlock fromApiReference() {
            throw new IllegalStateException("scalars are not converted");
        }
    }

    /** An enum, stored as its number. */
    record EnumCode(ClassName type, boolean closed, int absentNumber) implements ValueCode {
        /** A number that a closed enum must declare. */
        CodeBlock declared(CodeBlock number) {
            return CodeBlock.of("$T.names().declared($L)", type, number);
        }

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
        public CodeBlock toWire(String at, CodeBlock stored, int number) {
            return CodeBlock.of("out.enumNumber($L, $L, $L)", at, tag(number), stored);
        }

        @Override
        public CodeBlock toPacked(String at, CodeBlock stored) {
            return CodeBlock.of("out.enumNumber($L, $L)", at, stored);
        }

        @Override
        public CodeBlock toJson(CodeBlock stored) {
            return CodeBlock.of("out.enumNumber($L, $T.names());\n", stored, type);
        }

        @Override
        public CodeBlock toApi(CodeBlock stored) {
            return CodeBlock.of("$T.forNumber($L)", type, stored);
        }

        @Override
        public CodeBlock fromApi(CodeBlock value) {
            return CodeBlock.of("$L.number()", value);
        }

        @Override
        public CodeBlock toApiReference() {
            return CodeBlock.of("$T::forNumber", type);
        }

        @Override
        public CodeBlock fromApiReference() {
            return CodeBlock.of("$T::number", type);
        }
    }

    /**
     * A message or group.
     *
     * @param message its class
     * @param checked whether it may lack required fields
     */
    record Sub(ClassName message, boolean delimited, boolean checked, Optional<Conversion> conversion)
            implements ValueCode {
        @Override
        public TypeName type() {
            return conversion.map(Conversion::api).orElse(message);
        }

        @Override
        public TypeName stored() {
            return message;
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
            return CodeBlock.of("$T.readFrom(in)", message);
        }

        /** As {@link #fromWire()}, merged with what {@code before} holds; to be sealed. */
        CodeBlock merged(CodeBlock before) {
            return CodeBlock.of("$L.merging(in)", before);
        }

        /** A message read from {@code in}, a JsonReader that stands in the value. */
        CodeBlock fromJson() {
            return CodeBlock.of("$T.builder().mergeFrom(in).$L()", message, build());
        }

        private String build() {
            return checked ? "buildPartial" : "build";
        }

        @Override
        public CodeBlock toWire(String at, CodeBlock stored, int number) {
            return delimited
                    ? CodeBlock.of(
                            "out.tag($L.writeTo(out, out.tag($L, $L)), $L)", stored, at, number << 3 | 4, tag(number))
                    : CodeBlock.of("out.length(out.size($L), $L, $L.writeTo(out, $L))", at, tag(number), stored, at);
        }

        @Override
        public CodeBlock toPacked(String at, CodeBlock stored) {
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

        @Override
        public CodeBlock toApi(CodeBlock stored) {
            return conversion
                    .map(by -> CodeBlock.of("$T.$L($L)", by.holder(), by.toApi(), stored))
                    .orElse(stored);
        }

        @Override
        public CodeBlock fromApi(CodeBlock value) {
            return conversion
                    .map(by -> CodeBlock.of("$T.$L($L)", by.holder(), by.fromApi(), value))
                    .orElse(value);
        }

        @Override
        public CodeBlock toApiReference() {
            Conversion by = conversion.orElseThrow();
            return CodeBlock.of("$T::$L", by.holder(), by.toApi());
        }

        @Override
        public CodeBlock fromApiReference() {
            Conversion by = conversion.orElseThrow();
            return CodeBlock.of("$T::$L", by.holder(), by.fromApi());
        }
    }
}
