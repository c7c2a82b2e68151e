package dev.sluice.schema.descriptor;

import org.jspecify.annotations.Nullable;

/** A oneof before linking (descriptor.proto, OneofDescriptorProto). */
public record OneofProto(String name, @Nullable OptionsProto options) {}
