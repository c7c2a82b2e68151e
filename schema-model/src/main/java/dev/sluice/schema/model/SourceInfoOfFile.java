package dev.sluice.schema.model;

import dev.sluice.schema.descriptor.SourceInfo;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Gives the source info of a linked file; holds on to no more of the unlinked file than that takes. */
final class SourceInfoOfFile implements Supplier<Optional<SourceInfo>> {
    private final Function<SchemaFile, Optional<SourceInfo>> read;
    private @Nullable SchemaFile file;

    SourceInfoOfFile(UnlinkedFile unlinked) {
        this.read = unlinked.linkedSourceInfo();
    }

    void setFile(SchemaFile file) {
        this.file = file;
    }

    @Override
    public Optional<SourceInfo> get() {
        return file == null ? Optional.empty() : read.apply(file);
    }
}
