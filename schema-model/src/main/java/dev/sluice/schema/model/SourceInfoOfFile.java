package dev.sluice.schema.model;

import dev.sluice.schema.descriptor.SourceInfo;
import dev.sluice.schema.descriptor.SourceInfoForm;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Gives the source info of a linked file; holds on to no more of the unlinked file than that takes. */
final class SourceInfoOfFile {
    private final FilePositions positions;
    private @Nullable SchemaFile file;

    SourceInfoOfFile(UnlinkedFile unlinked) {
        this.positions = unlinked.positions();
    }

    void setFile(SchemaFile file) {
        this.file = file;
    }

    Optional<SourceInfo> written(SourceInfoForm form) {
        return positions.written(form);
    }

    Optional<SourceInfo> linked(SourceInfoForm form) {
        return file == null ? Optional.empty() : positions.linked(file, form);
    }
}
