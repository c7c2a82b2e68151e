package dev.sluice.schema.source.git;

import dev.sluice.schema.source.SourceUnavailableException;
import java.io.IOException;

/** A clone that was made without some of its objects; git would fetch them when asked, which we do not let it. */
final class PartialClone {
    private PartialClone() {}

    /**
     * What to throw where an object could not be read.
     *
     * @param what what is missing, for a person
     * @param otherwise what to throw in a complete clone
     */
    static IOException explain(GitCommand git, String what, IOException otherwise) throws IOException {
        if (otherwise instanceof SourceUnavailableException
                || !git.run("config", "--get-regexp", "^remote\\..*\\.promisor$")
                        .succeeded()) {
            return otherwise;
        }
        SourceUnavailableException unavailable = new SourceUnavailableException(
                what + " is not in this partial clone; fetch everything first:", "git fetch --refetch --no-filter");
        unavailable.initCause(otherwise);
        return unavailable;
    }
}
