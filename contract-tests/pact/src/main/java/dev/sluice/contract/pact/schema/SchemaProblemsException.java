package dev.sluice.contract.pact.schema;

import java.util.List;

/** Says everything that is wrong with a schema, or with an example under a schema, one line each. */
public final class SchemaProblemsException extends IllegalArgumentException {
    private static final long serialVersionUID = 1;

    private final transient List<String> problems;

    /**
     * Makes the exception.
     *
     * @param what what has the problems
     * @param problems at least one
     */
    public SchemaProblemsException(String what, List<String> problems) {
        super(what + ":\n  " + String.join("\n  ", problems));
        this.problems = List.copyOf(problems);
    }

    /** What is wrong, one line each. */
    public List<String> problems() {
        return problems;
    }
}
