package dev.sluice.schema.model;

import dev.sluice.schema.descriptor.SourceInfo;
import dev.sluice.schema.descriptor.SourceInfoForm;
import java.util.Optional;

/** Finds out where the parts of a file stand in its source, when that is asked for. */
public interface FilePositions {
    /** Those of a file that has none. */
    FilePositions NONE = new FilePositions() {
        @Override
        public Optional<SourceInfo> written(SourceInfoForm form) {
            return Optional.empty();
        }

        @Override
        public Optional<SourceInfo> linked(SchemaFile file, SourceInfoForm form) {
            return Optional.empty();
        }
    };

    /** The positions with options at their uninterpreted paths. */
    Optional<SourceInfo> written(SourceInfoForm form);

    /**
     * The positions with options at their interpreted paths.
     *
     * @param file the linked file
     */
    Optional<SourceInfo> linked(SchemaFile file, SourceInfoForm form);
}
