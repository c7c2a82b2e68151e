package dev.sluice.compat.rule;

import dev.sluice.schema.descriptor.FieldType;
import dev.sluice.schema.model.Field;
import dev.sluice.schema.model.NamedType;
import java.util.Optional;

/** How the value of a field is encoded, and what else encodes alike (protobuf.dev, Updating A Message Type). */
final class FieldKind {
    private FieldKind() {}

    /** The type, with GROUP for every delimited message. */
    static FieldType of(Field field) {
        return field.isDelimited() ? FieldType.GROUP : field.type();
    }

    /** Whether both refer to a type of the same full name, or to none. */
    static boolean sameReference(Field old, Field now) {
        Optional<NamedType> before = old.typeReference();
        Optional<NamedType> after = now.typeReference();
        return before.isEmpty()
                || after.isEmpty()
                || before.get().fullName().equals(after.get().fullName());
    }

    /** One of the types that readers of this one understand on the wire: the same for all that are compatible. */
    static FieldType wireGroup(FieldType kind) {
        return switch (kind) {
            case INT32, INT64, UINT32, UINT64, BOOL -> FieldType.INT32;
            case SINT32, SINT64 -> FieldType.SINT32;
            case FIXED32, SFIXED32 -> FieldType.FIXED32;
            case FIXED64, SFIXED64 -> FieldType.FIXED64;
            case DOUBLE, FLOAT, STRING, BYTES, GROUP, MESSAGE, ENUM -> kind;
        };
    }

    /** As {@link #wireGroup}, of the types that are compatible in JSON too. */
    static FieldType wireJsonGroup(FieldType kind) {
        return switch (kind) {
            case INT32, UINT32 -> FieldType.INT32;
            case INT64, UINT64 -> FieldType.INT64;
            case FIXED32, SFIXED32 -> FieldType.FIXED32;
            case FIXED64, SFIXED64 -> FieldType.FIXED64;
            case BOOL, SINT32, SINT64, DOUBLE, FLOAT, STRING, BYTES, GROUP, MESSAGE, ENUM -> kind;
        };
    }
}
