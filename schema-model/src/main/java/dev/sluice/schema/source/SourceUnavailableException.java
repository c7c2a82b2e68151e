package dev.sluice.schema.source;

import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Schemas that cannot be had from here: a revision that a shallow clone lacks, a folder that is no repository, a program
 * that is not installed. The schemas themselves may be fine.
 */
public final class SourceUnavailableException extends IOException {
    @Nullable
    private final String remedy;

    /** Says what is not available and why, for a person. */
    public SourceUnavailableException(String message) {
        super(message);
        this.remedy = null;
    }

    /**
     * Says what is not available and why, for a person.
     *
     * @param remedy the one command that makes it available, which becomes the last line of the message
     */
    public SourceUnavailableException(String message, String remedy) {
        super(message + "\n" + remedy);
        this.remedy = remedy;
    }

    /** The command that makes the schemas available, where one is known. */
    public Optional<String> remedy() {
        return Optional.ofNullable(remedy);
    }
}
