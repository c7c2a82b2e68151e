package dev.sluice.schema.descriptor;

import java.util.Optional;

/** The type of a field (descriptor.proto, FieldDescriptorProto.Type). */
public enum FieldType {
    DOUBLE(1, "double"),
    FLOAT(2, "float"),
    INT64(3, "int64"),
    UINT64(4, "uint64"),
    INT32(5, "int32"),
    FIXED64(6, "fixed64"),
    FIXED32(7, "fixed32"),
    BOOL(8, "bool"),
    STRING(9, "string"),
    GROUP(10, "group"),
    MESSAGE(11, "message"),
    BYTES(12, "bytes"),
    UINT32(13, "uint32"),
    ENUM(14, "enum"),
    SFIXED32(15, "sfixed32"),
    SFIXED64(16, "sfixed64"),
    SINT32(17, "sint32"),
    SINT64(18, "sint64");

    private static final FieldType[] BY_NUMBER = new FieldType[19];

    static {
        for (FieldType type : values()) {
            BY_NUMBER[type.number] = type;
        }
    }

    private final int number;
    private final String keyword;

    FieldType(int number, String keyword) {
        this.number = number;
        this.keyword = keyword;
    }

    /** The number of this type in descriptor.proto. */
    public int number() {
        return number;
    }

    /** The word that names this type: the schema language's keyword for a scalar, else message, enum or group. */
    public String keyword() {
        return keyword;
    }

    /** The type with this number in descriptor.proto, if there is one. */
    public static Optional<FieldType> ofNumber(int number) {
        return number >= 1 && number < BY_NUMBER.length ? Optional.of(BY_NUMBER[number]) : Optional.empty();
    }

    /** Whether fields of this type may be packed: all numbers, bool and enum. */
    public boolean isPackable() {
        return switch (this) {
            case STRING, BYTES, MESSAGE, GROUP -> false;
            case DOUBLE,
                    FLOAT,
                    INT64,
                    UINT64,
                    INT32,
                    FIXED64,
                    FIXED32,
                    BOOL,
                    UINT32,
                    ENUM,
                    SFIXED32,
                    SFIXED64,
                    SINT32,
                    SINT64 -> true;
        };
    }

    /** Whether this is MESSAGE or GROUP. */
    public boolean isMessage() {
        return this == MESSAGE || this == GROUP;
    }
}
