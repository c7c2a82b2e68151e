package dev.sluice.schema.descriptor;

import org.jspecify.annotations.Nullable;

/**
 * An extension range before linking (descriptor.proto, DescriptorProto.ExtensionRange).
 *
 * @param start first number, inclusive
 * @param end last number, exclusive
 */
public record ExtensionRangeProto(
        int start, int end, @Nullable OptionsProto options) {}
