package dev.sluice.compat.config;

import dev.sluice.schema.problem.Problem;
import java.util.List;

/** What came of reading a configuration file. */
public sealed interface ConfigurationResult {

    /** It was read. */
    record Read(Configuration configuration) implements ConfigurationResult {}

    /**
     * It has problems.
     *
     * @param problems at least one, by position; columns count characters
     */
    record Failed(List<Problem> problems) implements ConfigurationResult {
        public Failed {
            problems = List.copyOf(problems);
        }
    }
}
