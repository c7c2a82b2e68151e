package dev.sluice.schema;

import dev.sluice.schema.model.SchemaSet;
import dev.sluice.schema.problem.Problem;
import java.util.List;

/** What came of reading schemas. */
public sealed interface ReadResult {

    /** Everything was read and linked. */
    record Read(SchemaSet set) implements ReadResult {}

    /**
     * The schemas have problems.
     *
     * @param problems at least one, by file and position
     */
    record Failed(List<Problem> problems) implements ReadResult {
        public Failed {
            problems = List.copyOf(problems);
        }
    }
}
