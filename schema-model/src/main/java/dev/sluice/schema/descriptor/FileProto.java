package dev.sluice.schema.descriptor;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A schema file before linking (descriptor.proto, FileDescriptorProto).
 *
 * @param name path of the file relative to its root, with {@code /} between folders
 * @param packageName the package, or null where the file declares none
 * @param dependencies imported paths in order of appearance, without option imports
 * @param publicDependencies indices into {@code dependencies} of the public imports
 * @param weakDependencies indices into {@code dependencies} of the weak imports
 * @param optionDependencies paths imported with {@code import option} (edition 2024)
 */
public record FileProto(
        String name,
        @Nullable String packageName,
        List<String> dependencies,
        List<Integer> publicDependencies,
        List<Integer> weakDependencies,
        List<String> optionDependencies,
        List<MessageProto> messages,
        List<EnumProto> enums,
        List<ServiceProto> services,
        List<FieldProto> extensions,
        @Nullable OptionsProto options,
        Edition edition) {
    /** A proto2 file of messages without options, which imports nothing. */
    public static FileProto ofMessages(String name, @Nullable String packageName, List<MessageProto> messages) {
        return new FileProto(
                name,
                packageName,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                messages,
                List.of(),
                List.of(),
                List.of(),
                null,
                Edition.PROTO2);
    }
}
