package dev.sluice.compat.mutation;

import java.util.List;
import java.util.Random;

/**
 * One way to change a schema.
 *
 * @param name what to call it in failures
 */
public record Mutation(String name, Change change) {

    /** Finds the edits; none where the schema has nothing to change in this way. */
    interface Change {
        List<Edit> edits(SchemaText schema, Random random);
    }
}
