package dev.sluice.schema.descriptor;

import org.jspecify.annotations.Nullable;

/** An enum value before linking (descriptor.proto, EnumValueDescriptorProto). */
public record EnumValueProto(
        String name, int number, @Nullable OptionsProto options) {}
