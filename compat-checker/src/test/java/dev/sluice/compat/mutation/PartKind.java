package dev.sluice.compat.mutation;

import java.util.Map;
import java.util.Optional;

/** What a source-info path leads to (descriptor.proto). */
public enum PartKind {
    FILE,
    PACKAGE,
    SYNTAX,
    IMPORT,
    MESSAGE,
    MESSAGE_NAME,
    FIELD,
    FIELD_NAME,
    FIELD_NUMBER,
    FIELD_LABEL,
    FIELD_TYPE,
    FIELD_DEFAULT,
    FIELD_OPTIONS,
    FIELD_JSON_NAME,
    EXTENSION,
    ONEOF,
    ONEOF_NAME,
    EXTENSION_RANGE,
    RESERVED_RANGE,
    RESERVED_NAME,
    ENUM,
    ENUM_NAME,
    VALUE,
    VALUE_NAME,
    VALUE_NUMBER,
    VALUE_OPTIONS,
    ENUM_RESERVED_RANGE,
    ENUM_RESERVED_NAME,
    SERVICE,
    SERVICE_NAME,
    RPC,
    RPC_NAME,
    RPC_REQUEST,
    RPC_RESPONSE,
    RPC_CLIENT_STREAMING,
    RPC_SERVER_STREAMING,
    /** One option, as a statement or between brackets. */
    OPTION;

    private static final int UNINTERPRETED_OPTION = 999;

    /** Of each kind that has parts, what the numbers of its fields lead to. */
    private static final Map<PartKind, Map<Integer, PartKind>> STEPS = Map.of(
            FILE,
            Map.of(2, PACKAGE, 3, IMPORT, 4, MESSAGE, 5, ENUM, 6, SERVICE, 7, EXTENSION, 12, SYNTAX, 14, SYNTAX),
            MESSAGE,
            Map.of(
                    1,
                    MESSAGE_NAME,
                    2,
                    FIELD,
                    3,
                    MESSAGE,
                    4,
                    ENUM,
                    5,
                    EXTENSION_RANGE,
                    6,
                    EXTENSION,
                    8,
                    ONEOF,
                    9,
                    RESERVED_RANGE,
                    10,
                    RESERVED_NAME),
            FIELD,
            Map.of(
                    1,
                    FIELD_NAME,
                    3,
                    FIELD_NUMBER,
                    4,
                    FIELD_LABEL,
                    5,
                    FIELD_TYPE,
                    6,
                    FIELD_TYPE,
                    7,
                    FIELD_DEFAULT,
                    8,
                    FIELD_OPTIONS,
                    10,
                    FIELD_JSON_NAME),
            ONEOF,
            Map.of(1, ONEOF_NAME),
            ENUM,
            Map.of(1, ENUM_NAME, 2, VALUE, 4, ENUM_RESERVED_RANGE, 5, ENUM_RESERVED_NAME),
            VALUE,
            Map.of(1, VALUE_NAME, 2, VALUE_NUMBER, 3, VALUE_OPTIONS),
            SERVICE,
            Map.of(1, SERVICE_NAME, 2, RPC),
            RPC,
            Map.of(1, RPC_NAME, 2, RPC_REQUEST, 3, RPC_RESPONSE, 5, RPC_CLIENT_STREAMING, 6, RPC_SERVER_STREAMING));

    /** What a path leads to, or empty where no mutation needs it. */
    static Optional<PartKind> of(int[] path) {
        if (path.length >= 3 && path[path.length - 2] == UNINTERPRETED_OPTION) {
            return Optional.of(OPTION);
        }
        PartKind kind = FILE;
        int at = 0;
        while (at < path.length) {
            PartKind owner = kind == EXTENSION ? FIELD : kind;
            PartKind next = STEPS.getOrDefault(owner, Map.of()).get(path[at]);
            if (next == null) {
                return Optional.empty();
            }
            at += next.isRepeated() ? 2 : 1;
            kind = next;
        }
        return at == path.length ? Optional.of(kind) : Optional.empty();
    }

    private boolean isRepeated() {
        return switch (this) {
            case IMPORT,
                    MESSAGE,
                    FIELD,
                    EXTENSION,
                    ONEOF,
                    EXTENSION_RANGE,
                    RESERVED_RANGE,
                    RESERVED_NAME,
                    ENUM,
                    VALUE,
                    ENUM_RESERVED_RANGE,
                    ENUM_RESERVED_NAME,
                    SERVICE,
                    RPC,
                    OPTION -> true;
            case FILE,
                    PACKAGE,
                    SYNTAX,
                    MESSAGE_NAME,
                    FIELD_NAME,
                    FIELD_NUMBER,
                    FIELD_LABEL,
                    FIELD_TYPE,
                    FIELD_DEFAULT,
                    FIELD_OPTIONS,
                    FIELD_JSON_NAME,
                    ONEOF_NAME,
                    ENUM_NAME,
                    VALUE_NAME,
                    VALUE_NUMBER,
                    VALUE_OPTIONS,
                    SERVICE_NAME,
                    RPC_NAME,
                    RPC_REQUEST,
                    RPC_RESPONSE,
                    RPC_CLIENT_STREAMING,
                    RPC_SERVER_STREAMING -> false;
        };
    }
}
