package dev.sluice.codegen;

import dev.sluice.schema.problem.Problem;
import java.util.List;

/** Schemas that are valid but that no code can be generated for; nothing has been generated then. */
public final class GenerationException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<Problem> problems;

    /** Takes at least one problem. */
    public GenerationException(List<Problem> problems) {
        super(problems.size() + (problems.size() == 1 ? " problem: " : " problems, the first: ") + problems.get(0));
        this.problems = List.copyOf(problems);
    }

    /** Everything that stands in the way, by file and position. */
    public List<Problem> problems() {
        return problems;
    }
}
