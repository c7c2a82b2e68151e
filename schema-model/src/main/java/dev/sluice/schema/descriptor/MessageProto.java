package dev.sluice.schema.descriptor;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A message before linking (descriptor.proto, DescriptorProto).
 *
 * @param fields declared fields, groups and map fields, in order; oneof members included
 * @param messages nested messages, with those of groups and map entries, in order
 * @param oneofs declared oneofs in order, then the synthetic ones of proto3 optional fields
 */
public record MessageProto(
        String name,
        List<FieldProto> fields,
        List<FieldProto> extensions,
        List<MessageProto> messages,
        List<EnumProto> enums,
        List<ExtensionRangeProto> extensionRanges,
        List<OneofProto> oneofs,
        @Nullable OptionsProto options,
        List<NumberRange> reservedRanges,
        List<String> reservedNames,
        Visibility visibility) {}
