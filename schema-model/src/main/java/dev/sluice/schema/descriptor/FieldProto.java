package dev.sluice.schema.descriptor;

import org.jspecify.annotations.Nullable;

/**
 * A field or extension before linking (descriptor.proto, FieldDescriptorProto).
 *
 * @param type the scalar type, GROUP, or null while a type name has not been resolved
 * @param typeName the message or enum type as written ({@code .a.B}, {@code B.C}), or null for a scalar
 * @param extendee the extended message as written, or null for an ordinary field
 * @param defaultValue the default in descriptor.proto's text form, or null
 * @param jsonName the JSON name as written in the schema, or null for the derived one
 * @param oneofIndex index into the parent's oneofs, or -1
 */
public record FieldProto(
        String name,
        int number,
        FieldLabel label,
        @Nullable FieldType type,
        @Nullable String typeName,
        @Nullable String extendee,
        @Nullable String defaultValue,
        @Nullable String jsonName,
        int oneofIndex,
        boolean proto3Optional,
        @Nullable OptionsProto options) {}
