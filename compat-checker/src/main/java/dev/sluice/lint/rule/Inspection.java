package dev.sluice.lint.rule;

import dev.sluice.schema.descriptor.LocationIndex;
import dev.sluice.schema.model.SchemaFile;

/** What rules work with: agreed names, positions and comments of files, and where findings go. */
public interface Inspection {

    /** The names that a module has agreed on. */
    Conventions conventions();

    /** Positions and comments of a file. */
    LocationIndex locations(SchemaFile file);

    /**
     * Takes one finding. Its message is what is wrong, the rule's harm and the rule's advice.
     *
     * @param what what is wrong, without a full stop
     */
    void add(LintRule rule, Spot spot, String what);
}
