package dev.sluice.compat.input;

import dev.sluice.schema.source.SchemaSource;
import dev.sluice.schema.source.git.GitSource;

/** One side of a check, opened. */
public sealed interface CheckSide extends AutoCloseable {

    /** What a person calls it, with what it was resolved to. */
    String description();

    @Override
    void close();

    /**
     * Files that are read one by one.
     *
     * @param folder the folder that paths of files start at, as the user can open it; empty where there is none
     */
    record Tree(String description, SchemaSource source, String folder) implements CheckSide {
        @Override
        public void close() {
            if (source instanceof GitSource git) {
                git.close();
            }
        }
    }

    /**
     * An encoded FileDescriptorSet.
     *
     * @param bytes the set, which nobody changes
     */
    @SuppressWarnings("ArrayRecordComponent")
    record DescriptorSet(String description, byte[] bytes) implements CheckSide {
        @Override
        public void close() {}
    }
}
