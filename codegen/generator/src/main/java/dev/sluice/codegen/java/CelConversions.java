package dev.sluice.codegen.java;

import dev.sluice.codegen.cel.NotCompiledException;
import dev.sluice.codegen.code.CodeBlock;
import dev.sluice.runtime.cel.Conversions;
import dev.sluice.runtime.cel.Uint;
import java.util.Optional;

/** Type conversions, which are called as functions by the type's name. */
final class CelConversions {
    private final CelValues values;

    CelConversions(CelValues values) {
        this.values = values;
    }

    /** The conversion, or empty where no type has this name. */
    Optional<CelCode> convert(String name, CelCode of) throws NotCompiledException {
        CelCode converted = switch (name) {
            case "int" -> toInt(of);
            case "uint" -> toUint(of);
            case "double" -> toDouble(of);
            case "string" -> toText(of);
            case "bytes" ->
                of.is(CelType.Kind.BYTES)
                        ? of
                        : of.is(CelType.Kind.STRING)
                                ? CelCode.of("$T.utf8($L)", CelType.BYTES, Runtime.BYTES, of.java())
                                : null;
            case "bool" ->
                of.is(CelType.Kind.BOOL) ? of : of.is(CelType.Kind.STRING) ? failing("boolOf", CelType.BOOL, of) : null;
            case "timestamp" -> toTimestamp(of);
            case "duration" -> toDuration(of);
            default -> CelCode.of("", CelType.NULL);
        };
        if (converted == null) {
            throw CelOperators.noOverload(name + "()", of);
        }
        return converted.is(CelType.Kind.NULL) ? Optional.empty() : Optional.of(converted);
    }

    private static CelCode failing(String method, CelType type, CelCode of) {
        return CelCode.of("$T.$L($L)", type, Runtime.CONVERSIONS, method, of.java())
                .failing(true);
    }

    private @org.jspecify.annotations.Nullable CelCode toInt(CelCode of) {
        if (of.constant() instanceof Uint number && number.bits() >= 0) {
            return values.constant(number.bits(), CelType.INT);
        }
        return switch (of.type().kind()) {
            case INT -> of;
            case UINT ->
                of.bits() < 64
                        ? CelCode.number(of.java(), CelType.INT, of.bits() + 1).held(of.form())
                        : failing("intOfUint", CelType.INT, of);
            case DOUBLE, STRING -> failing("intOf", CelType.INT, of);
            case TIMESTAMP -> CelCode.of("$L.getEpochSecond()", CelType.INT, of.java());
            case BOOL, BYTES, DURATION, NULL, LIST, MAP, MESSAGE, DYN -> null;
        };
    }

    private @org.jspecify.annotations.Nullable CelCode toUint(CelCode of) {
        if (of.constant() instanceof Long number && number >= 0) {
            return values.constant(new Uint(number), CelType.UINT);
        }
        return switch (of.type().kind()) {
            case UINT -> of;
            case INT ->
                of.bits() == CelCode.SIZE_BITS
                        ? CelCode.number(of.java(), CelType.UINT, CelCode.SIZE_BITS)
                                .held(of.form())
                        : failing("uintOfInt", CelType.UINT, of);
            case DOUBLE, STRING -> failing("uintOf", CelType.UINT, of);
            case BOOL, BYTES, TIMESTAMP, DURATION, NULL, LIST, MAP, MESSAGE, DYN -> null;
        };
    }

    private @org.jspecify.annotations.Nullable CelCode toDouble(CelCode of) {
        if (of.constant() instanceof Long number) {
            return values.constant((double) number, CelType.DOUBLE);
        }
        return switch (of.type().kind()) {
            case DOUBLE -> of;
            case INT -> CelCode.of("((double) $L)", CelType.DOUBLE, of.plain());
            case UINT -> CelCode.of("$T.doubleOfUint($L)", CelType.DOUBLE, Runtime.CONVERSIONS, of.java());
            case STRING -> failing("doubleOf", CelType.DOUBLE, of);
            case BOOL, BYTES, TIMESTAMP, DURATION, NULL, LIST, MAP, MESSAGE, DYN -> null;
        };
    }

    private static @org.jspecify.annotations.Nullable CelCode toText(CelCode of) {
        CodeBlock java = of.java();
        return switch (of.type().kind()) {
            case STRING -> of;
            case INT -> CelCode.of("$T.toString($L)", CelType.STRING, Long.class, java);
            case UINT -> CelCode.of("$T.toUnsignedString($L)", CelType.STRING, Long.class, java);
            case BOOL -> CelCode.of("$T.toString($L)", CelType.STRING, Boolean.class, java);
            case DOUBLE, DURATION -> CelCode.of("$T.stringOf($L)", CelType.STRING, Runtime.CONVERSIONS, java);
            case BYTES -> failing("stringOf", CelType.STRING, of);
            case TIMESTAMP -> CelCode.of("$L.toString()", CelType.STRING, java);
            case NULL, LIST, MAP, MESSAGE, DYN -> null;
        };
    }

    private @org.jspecify.annotations.Nullable CelCode toTimestamp(CelCode of) throws NotCompiledException {
        if (of.constant() instanceof String text) {
            try {
                return values.constant(Conversions.timestampOf(text), CelType.TIMESTAMP);
            } catch (IllegalArgumentException e) {
                throw new NotCompiledException(String.valueOf(e.getMessage()));
            }
        }
        return switch (of.type().kind()) {
            case TIMESTAMP -> of;
            case STRING -> failing("timestampOf", CelType.TIMESTAMP, of);
            case INT ->
                CelCode.of("$T.ofSeconds($L)", CelType.TIMESTAMP, Runtime.TIMES, of.java())
                        .failing(true);
            case BOOL, UINT, DOUBLE, BYTES, DURATION, NULL, LIST, MAP, MESSAGE, DYN -> null;
        };
    }

    private @org.jspecify.annotations.Nullable CelCode toDuration(CelCode of) throws NotCompiledException {
        if (of.constant() instanceof String text) {
            try {
                return values.constant(Conversions.durationOf(text), CelType.DURATION);
            } catch (IllegalArgumentException e) {
                throw new NotCompiledException(String.valueOf(e.getMessage()));
            }
        }
        return switch (of.type().kind()) {
            case DURATION -> of;
            case STRING -> failing("durationOf", CelType.DURATION, of);
            case BOOL, INT, UINT, DOUBLE, BYTES, TIMESTAMP, NULL, LIST, MAP, MESSAGE, DYN -> null;
        };
    }
}
