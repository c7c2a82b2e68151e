package dev.sluice.codegen.java;

import dev.sluice.codegen.code.CodeBlock;
import dev.sluice.schema.model.Field;

/** Fields of messages as expressions see them. */
final class CelFields {
    private CelFields() {}

    /** One stored value of a field, not as an object where it is a number or bool. */
    static CelCode one(CodeBlock stored, Field field) {
        return switch (field.type()) {
            case BOOL -> CelCode.of(stored, CelType.BOOL);
            case INT32, SINT32, SFIXED32, ENUM ->
                CelCode.number(stored, CelType.INT, 32).narrow();
            case INT64, SINT64, SFIXED64 -> CelCode.of(stored, CelType.INT);
            case UINT32, FIXED32 ->
                CelCode.number(CodeBlock.of("$T.toUnsignedLong($L)", Integer.class, stored), CelType.UINT, 32);
            case UINT64, FIXED64 -> CelCode.of(stored, CelType.UINT);
            case FLOAT -> CelCode.of(stored, CelType.DOUBLE).narrow();
            case DOUBLE -> CelCode.of(stored, CelType.DOUBLE);
            case STRING -> CelCode.of(stored, CelType.STRING);
            case BYTES -> CelCode.of(stored, CelType.BYTES);
            case MESSAGE, GROUP -> CelWellKnown.value(field.message().orElseThrow(), stored);
        };
    }

    /** One stored value of a field as an object. */
    private static CelCode object(CodeBlock stored, Field field) {
        CelCode one = one(stored, field);
        boolean isObject = field.message().isEmpty()
                && one.java().equals(stored)
                && (one.type().isNumber() || one.is(CelType.Kind.BOOL));
        return isObject ? one.held(CelCode.Form.BOXED) : one;
    }

    /** All values of a field as they are stored: one, a list or a map. */
    static CelCode whole(CodeBlock stored, Field field) {
        if (field.isMap()) {
            return map(stored, field);
        }
        return field.isRepeated()
                ? CelCode.list(stored, CelValues.typeOfOne(field), element -> object(element, field))
                : one(stored, field);
    }

    private static CelCode map(CodeBlock stored, Field field) {
        Field key = field.message().orElseThrow().field(1).orElseThrow();
        Field value = field.message().orElseThrow().field(2).orElseThrow();
        CelCode.Elements parts =
                new CelCode.Elements(k -> object(k, key), v -> object(v, value), code -> key(code.plain(), key));
        CelType type = CelType.map(CelValues.typeOfOne(key), CelValues.typeOfOne(value));
        return new CelCode(() -> stored, type, CelCode.Form.PLAIN, null, 64, false, false, parts, null);
    }

    private static CodeBlock key(CodeBlock java, Field key) {
        return switch (key.type()) {
            case INT32, SINT32, SFIXED32 -> CodeBlock.of("$T.intKey($L)", Runtime.VALUES, java);
            case UINT32, FIXED32 -> CodeBlock.of("$T.uintKey($L)", Runtime.VALUES, java);
            case INT64, SINT64, SFIXED64, UINT64, FIXED64 -> CodeBlock.of("$T.valueOf($L)", Long.class, java);
            case DOUBLE, FLOAT, BOOL, STRING, GROUP, MESSAGE, BYTES, ENUM -> java;
        };
    }

    /** A field of a message. */
    static CelCode of(CodeBlock message, MemberField member) {
        Field field = member.field();
        CelCode code = whole(accessor(message, member), field);
        boolean isWrapper = !field.isRepeated()
                && field.message().filter(CelWellKnown::isWrapper).isPresent();
        return isWrapper ? code.nullable(has(message, member)) : code;
    }

    private static CodeBlock accessor(CodeBlock message, MemberField member) {
        return CodeBlock.of("$L.$L()", message, member.rawName());
    }

    /** Whether a field of a message is present, or where it has no presence not its default. */
    static CodeBlock has(CodeBlock message, MemberField member) {
        if (member.hasPresence()) {
            return CodeBlock.of("$L.has$L()", message, member.capital());
        }
        return member.field().isRepeated()
                ? CodeBlock.of("!$L.isEmpty()", accessor(message, member))
                : member.value().isSet(accessor(message, member));
    }
}
