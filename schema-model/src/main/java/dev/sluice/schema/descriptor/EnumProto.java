package dev.sluice.schema.descriptor;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An enum before linking (descriptor.proto, EnumDescriptorProto).
 *
 * @param reservedRanges reserved numbers, both ends inclusive
 */
public record EnumProto(
        String name,
        List<EnumValueProto> values,
        @Nullable OptionsProto options,
        List<NumberRange> reservedRanges,
        List<String> reservedNames,
        Visibility visibility) {}
