package dev.sluice.schema.descriptor;

import org.jspecify.annotations.Nullable;

/**
 * An RPC before linking (descriptor.proto, MethodDescriptorProto).
 *
 * @param inputType the request type as written
 * @param outputType the response type as written
 */
public record MethodProto(
        String name,
        String inputType,
        String outputType,
        @Nullable OptionsProto options,
        boolean clientStreaming,
        boolean serverStreaming) {}
