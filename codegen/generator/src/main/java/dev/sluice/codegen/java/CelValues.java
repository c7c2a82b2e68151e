package dev.sluice.codegen.java;

import dev.sluice.codegen.cel.NotCompiledException;
import dev.sluice.codegen.code.CodeBlock;
import dev.sluice.runtime.Bytes;
import dev.sluice.runtime.cel.Uint;
import dev.sluice.schema.model.Field;
import dev.sluice.schema.model.MessageType;
import dev.sluice.schema.value.MessageValue;
import dev.sluice.schema.value.Value;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Values as expressions see them: constants, values stored in fields, and both as Java code. */
final class CelValues {
    private final ClassConstants constants;

    CelValues(ClassConstants constants) {
        this.constants = constants;
    }

    ClassConstants constants() {
        return constants;
    }

    /** The type of one value of a field. */
    static CelType typeOfOne(Field field) {
        return switch (field.type()) {
            case BOOL -> CelType.BOOL;
            case INT32, SINT32, SFIXED32, INT64, SINT64, SFIXED64, ENUM -> CelType.INT;
            case UINT32, FIXED32, UINT64, FIXED64 -> CelType.UINT;
            case FLOAT, DOUBLE -> CelType.DOUBLE;
            case STRING -> CelType.STRING;
            case BYTES -> CelType.BYTES;
            case MESSAGE, GROUP -> typeOf(field.message().orElseThrow());
        };
    }

    private static CelType typeOf(MessageType message) {
        return switch (message.fullName()) {
            case "google.protobuf.Timestamp" -> CelType.TIMESTAMP;
            case "google.protobuf.Duration" -> CelType.DURATION;
            default ->
                CelWellKnown.isWrapper(message) ? typeOfOne(message.field(1).orElseThrow()) : CelType.message(message);
        };
    }

    CelCode constant(@Nullable Object value, CelType type) {
        Function<CodeBlock, CelCode> elements = stored -> stored(stored, type.ofElements());
        return new CelCode(
                () -> java(value),
                type,
                CelCode.Form.PLAIN,
                value,
                bits(value),
                false,
                false,
                type.kind() == CelType.Kind.LIST ? new CelCode.Elements(elements, elements, CelCode::java) : null,
                null);
    }

    private static int bits(@Nullable Object value) {
        if (value instanceof Uint number) {
            return 64 - Long.numberOfLeadingZeros(number.bits());
        }
        return value instanceof Long number ? 65 - Long.numberOfLeadingZeros(number < 0 ? ~number : number) : 64;
    }

    /** An object of a list that was computed, in the form the runtime's Format describes. */
    static CelCode stored(CodeBlock object, CelType type) {
        return switch (type.kind()) {
            case UINT -> CelCode.of("$L.bits()", type, object);
            case LIST -> CelCode.list(object, type.ofElements(), inner -> stored(inner, type.ofElements()));
            case BOOL, INT, DOUBLE -> CelCode.of(object, type).held(CelCode.Form.BOXED);
            case STRING, BYTES, TIMESTAMP, DURATION, NULL, MAP, MESSAGE, DYN -> CelCode.of(object, type);
        };
    }

    /** A constant as Java code. */
    private CodeBlock java(@Nullable Object value) {
        if (value instanceof Long number) {
            return number == Long.MIN_VALUE ? CodeBlock.of("$T.MIN_VALUE", Long.class) : CodeBlock.of("$LL", number);
        }
        if (value instanceof Uint number) {
            return CodeBlock.of("$LL", number.bits());
        }
        if (value instanceof Double number) {
            return decimal(number);
        }
        if (value instanceof String text) {
            return Literals.string(text);
        }
        if (value instanceof Bytes bytes) {
            return bytes(bytes);
        }
        if (value instanceof Instant time) {
            return constants.constant(
                    "TIME",
                    Runtime.INSTANT,
                    CodeBlock.of("$T.ofEpochSecond($LL, $L)", Instant.class, time.getEpochSecond(), time.getNano()));
        }
        if (value instanceof Duration span) {
            return constants.constant(
                    "SPAN",
                    Runtime.DURATION,
                    CodeBlock.of("$T.ofSeconds($LL, $L)", Duration.class, span.getSeconds(), span.getNano()));
        }
        if (value instanceof List<?> list) {
            List<CodeBlock> elements = new ArrayList<>();
            list.forEach(element -> elements.add(boxedConstant(element)));
            return CodeBlock.of("$T.of($L)", List.class, CodeBlock.join(elements, ", "));
        }
        return CodeBlock.of("$L", value);
    }

    private CodeBlock boxedConstant(Object value) {
        return value instanceof Uint ? CodeBlock.of("new $T($L)", Runtime.UINT, java(value)) : java(value);
    }

    private static CodeBlock decimal(double number) {
        if (Double.isNaN(number)) {
            return CodeBlock.of("$T.NaN", Double.class);
        }
        return Double.isInfinite(number)
                ? CodeBlock.of("$T.$L_INFINITY", Double.class, number > 0 ? "POSITIVE" : "NEGATIVE")
                : CodeBlock.of("$L", number);
    }

    private CodeBlock bytes(Bytes bytes) {
        if (bytes.isEmpty()) {
            return CodeBlock.of("$T.EMPTY", Runtime.BYTES);
        }
        StringBuilder numbers = new StringBuilder();
        for (int i = 0; i < bytes.size(); i++) {
            numbers.append(i == 0 ? "" : ", ").append(bytes.byteAt(i));
        }
        return constants.constant(
                "BYTES", Runtime.BYTES, CodeBlock.of("$T.copyOf(new byte[] {$L})", Runtime.BYTES, numbers));
    }

    /** A value as an object, in the form the runtime's Format describes. */
    CodeBlock boxed(CelCode code) {
        return switch (code.type().kind()) {
            case INT -> CodeBlock.of("$T.valueOf($L)", Long.class, code.plain());
            case UINT -> CodeBlock.of("new $T($L)", Runtime.UINT, code.plain());
            case DOUBLE -> CodeBlock.of("$T.valueOf($L)", Double.class, code.plain());
            case LIST -> {
                CelCode element = code.parts().value().apply(CodeBlock.of("e"));
                boolean isBoxed = code.isConstant() || isAsIs(element);
                yield isBoxed
                        ? code.java()
                        : CodeBlock.of("$T.map($L, e -> $L)", Runtime.VALUES, code.java(), boxed(element));
            }
            case MAP ->
                CodeBlock.of(
                        "$T.map($L, k -> $L, e -> $L)",
                        Runtime.VALUES,
                        code.java(),
                        boxed(code.parts().key().apply(CodeBlock.of("k"))),
                        boxed(code.parts().value().apply(CodeBlock.of("e"))));
            case BOOL, STRING, BYTES, TIMESTAMP, DURATION, NULL, MESSAGE, DYN -> code.java();
        };
    }

    /** Whether an element of a list, which is {@code e}, is held in the form that the runtime's Format describes. */
    private static boolean isAsIs(CelCode element) {
        boolean isNumber = element.type().isNumber();
        return element.java().toString().equals("e")
                && (!isNumber
                        || element.bits() == 64 && !element.is(CelType.Kind.UINT) && !element.is(CelType.Kind.DOUBLE));
    }

    /** The value of a field of a constant message. */
    CelCode constantField(MessageValue message, Field field) throws NotCompiledException {
        CelType one = typeOfOne(field);
        List<Object> values = new ArrayList<>();
        for (Value value : message.values(field)) {
            values.add(object(value));
        }
        if (field.isRepeated()) {
            return constant(List.copyOf(values), CelType.list(one));
        }
        return constant(values.isEmpty() ? zero(one, field) : values.get(values.size() - 1), one);
    }

    private static Object zero(CelType type, Field field) throws NotCompiledException {
        return switch (type.kind()) {
            case BOOL -> false;
            case INT -> 0L;
            case UINT -> new Uint(0);
            case DOUBLE -> 0.0;
            case STRING -> "";
            case BYTES -> Bytes.EMPTY;
            case TIMESTAMP -> Instant.EPOCH;
            case DURATION -> Duration.ZERO;
            case NULL, LIST, MAP, MESSAGE, DYN ->
                throw new NotCompiledException("it selects " + field.name() + ", which the rules do not set");
        };
    }

    private static Object object(Value value) throws NotCompiledException {
        if (value instanceof Value.Int number) {
            return number.value();
        }
        if (value instanceof Value.Unsigned number) {
            return new Uint(number.bits());
        }
        if (value instanceof Value.Decimal number) {
            return number.value();
        }
        if (value instanceof Value.Bool bool) {
            return bool.value();
        }
        if (value instanceof Value.Text text) {
            return text.value();
        }
        if (value instanceof Value.Bytes bytes) {
            return Bytes.copyOf(bytes.value());
        }
        if (value instanceof Value.EnumNumber number) {
            return (long) number.number();
        }
        return message(((Value.Message) value).value());
    }

    private static Object message(MessageValue message) throws NotCompiledException {
        long seconds = message.integer("seconds").orElse(0);
        int nanos = (int) message.integer("nanos").orElse(0);
        try {
            switch (message.type().fullName()) {
                case "google.protobuf.Timestamp":
                    return Instant.ofEpochSecond(seconds, nanos);
                case "google.protobuf.Duration":
                    return Duration.ofSeconds(seconds, nanos);
                default:
                    break;
            }
        } catch (ArithmeticException | DateTimeException e) {
            throw new NotCompiledException("a time in it is out of range");
        }
        if (!CelWellKnown.isWrapper(message.type())) {
            return message;
        }
        Field field = message.type().field(1).orElseThrow();
        List<Value> values = message.values(field);
        return values.isEmpty() ? zero(typeOfOne(field), field) : object(values.get(0));
    }
}
