package dev.sluice.schema.model;

import dev.sluice.schema.descriptor.SourceInfo;
import dev.sluice.schema.descriptor.SourceInfoForm;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Gives the source info of a linked file; holds on to no more of the unlinked file than that takes. */
final class SourceInfoOfFile implements Function<SourceInfoForm, Optional<SourceInfo>> {
    private final BiFunction<SchemaFile, SourceInfoForm, Optional<SourceInfo>> read;
    private @Nullable SchemaFile file;

    SourceInfoOfFile(UnlinkedFile unlinked) {
        this.read = unlinked.linkedSourceInfo();
    }

    void setFile(SchemaFile file) {
        this.file = file;
    }

    @Override
    public Optional<SourceInfo> apply(SourceInfoForm form) {
        return file == null ? Optional.empty() : read.apply(file, form);
    }
}
