package dev.sluice.codegen.java;

import dev.sluice.schema.model.MessageType;
import org.jspecify.annotations.Nullable;

/**
 * A type of the expression language.
 *
 * @param key of a map, the type of its keys
 * @param element of a list or map, the type of its elements or values
 * @param message of a message, its type
 */
record CelType(
        Kind kind,
        @Nullable CelType key,
        @Nullable CelType element,
        @Nullable MessageType message) {
    static final CelType BOOL = of(Kind.BOOL);
    static final CelType INT = of(Kind.INT);
    static final CelType UINT = of(Kind.UINT);
    static final CelType DOUBLE = of(Kind.DOUBLE);
    static final CelType STRING = of(Kind.STRING);
    static final CelType BYTES = of(Kind.BYTES);
    static final CelType TIMESTAMP = of(Kind.TIMESTAMP);
    static final CelType DURATION = of(Kind.DURATION);
    static final CelType NULL = of(Kind.NULL);
    static final CelType DYN = of(Kind.DYN);

    /** What a value is in Java: boolean, long, long, double, String, Bytes, Instant, Duration, List, Map, a message, Object. */
    enum Kind {
        BOOL,
        INT,
        UINT,
        DOUBLE,
        STRING,
        BYTES,
        TIMESTAMP,
        DURATION,
        NULL,
        LIST,
        MAP,
        MESSAGE,
        DYN
    }

    private static CelType of(Kind kind) {
        return new CelType(kind, null, null, null);
    }

    static CelType list(CelType element) {
        return new CelType(Kind.LIST, null, element, null);
    }

    static CelType map(CelType key, CelType value) {
        return new CelType(Kind.MAP, key, value, null);
    }

    static CelType message(MessageType message) {
        return new CelType(Kind.MESSAGE, null, null, message);
    }

    boolean isNumber() {
        return kind == Kind.INT || kind == Kind.UINT || kind == Kind.DOUBLE;
    }

    /** The type of elements or values. */
    CelType ofElements() {
        return element == null ? DYN : element;
    }

    /** The type as in the expression language. */
    @Override
    public String toString() {
        return switch (kind) {
            case LIST -> "list(" + element + ")";
            case MAP -> "map(" + key + ", " + element + ")";
            case MESSAGE -> message == null ? "message" : message.fullName();
            case TIMESTAMP -> "timestamp";
            case DURATION -> "duration";
            case BOOL, INT, UINT, DOUBLE, STRING, BYTES, NULL, DYN ->
                kind.name().toLowerCase(java.util.Locale.ROOT);
        };
    }
}
