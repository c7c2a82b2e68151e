package dev.sluice.schema.descriptor;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A service before linking (descriptor.proto, ServiceDescriptorProto). */
public record ServiceProto(
        String name, List<MethodProto> methods, @Nullable OptionsProto options) {}
