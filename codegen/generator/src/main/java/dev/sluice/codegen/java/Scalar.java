package dev.sluice.codegen.java;

import com.palantir.javapoet.TypeName;
import dev.sluice.schema.descriptor.FieldType;

/**
 * How a scalar type is held in Java, and the methods of the runtime that read and write it. Unsigned types are held as
 * signed ones of their width, as the JDK does ({@link Integer#toUnsignedString(int)}).
 *
 * @param type the Java type
 * @param wire the method of WireReader and WireWriter
 * @param json the method of JsonReader and JsonWriter
 * @param wireType the wire type of one value
 */
record Scalar(TypeName type, String wire, String json, int wireType) {

    /**
     * The scalar of a type.
     *
     * @param loose whether a string need not be UTF-8
     */
    static Scalar of(FieldType type, boolean loose) {
        return switch (type) {
            case DOUBLE -> new Scalar(TypeName.DOUBLE, "float64", "float64", 1);
            case FLOAT -> new Scalar(TypeName.FLOAT, "float32", "float32", 5);
            case INT64 -> new Scalar(TypeName.LONG, "int64", "int64", 0);
            case UINT64 -> new Scalar(TypeName.LONG, "uint64", "uint64", 0);
            case INT32 -> new Scalar(TypeName.INT, "int32", "int32", 0);
            case FIXED64 -> new Scalar(TypeName.LONG, "fixed64", "uint64", 1);
            case FIXED32 -> new Scalar(TypeName.INT, "fixed32", "uint32", 5);
            case BOOL -> new Scalar(TypeName.BOOLEAN, "bool", "bool", 0);
            case STRING -> new Scalar(Runtime.STRING, loose ? "looseString" : "string", "string", 2);
            case BYTES -> new Scalar(Runtime.BYTES, "bytes", "bytes", 2);
            case UINT32 -> new Scalar(TypeName.INT, "uint32", "uint32", 0);
            case SFIXED32 -> new Scalar(TypeName.INT, "sfixed32", "int32", 5);
            case SFIXED64 -> new Scalar(TypeName.LONG, "sfixed64", "int64", 1);
            case SINT32 -> new Scalar(TypeName.INT, "sint32", "int32", 0);
            case SINT64 -> new Scalar(TypeName.LONG, "sint64", "int64", 0);
            case ENUM -> new Scalar(TypeName.INT, "enumNumber", "enumNumber", 0);
            case MESSAGE, GROUP -> throw new IllegalArgumentException("not a scalar: " + type);
        };
    }
}
