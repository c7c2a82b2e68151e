package dev.sluice.schema.model;

import dev.sluice.schema.descriptor.FileProto;
import dev.sluice.schema.descriptor.SourceInfo;
import dev.sluice.schema.descriptor.SourceInfoForm;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Supplier;

/**
 * A file as the linker takes it.
 *
 * @param requested whether it belongs to the source that was asked for, rather than being there only as an import
 * @param writtenSourceInfo positions with options at their uninterpreted paths, for the linker's own problems
 * @param linkedSourceInfo positions with options at their interpreted paths, given the linked file and how to count
 */
public record UnlinkedFile(
        FileProto proto,
        boolean requested,
        Supplier<Optional<SourceInfo>> writtenSourceInfo,
        BiFunction<SchemaFile, SourceInfoForm, Optional<SourceInfo>> linkedSourceInfo) {}
