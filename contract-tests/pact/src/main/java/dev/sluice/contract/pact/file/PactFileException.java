package dev.sluice.contract.pact.file;

import java.util.List;

/** Says everything that keeps Pact files from being read. */
public final class PactFileException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient List<PactProblem> problems;

    /** Makes the exception from at least one problem. */
    public PactFileException(List<PactProblem> problems) {
        super(String.join("\n", problems.stream().map(PactProblem::toString).toList()));
        this.problems = List.copyOf(problems);
    }

    /** What is wrong, at least one thing. */
    public List<PactProblem> problems() {
        return problems;
    }
}
