package dev.sluice.contract.pact.lint;

import dev.sluice.contract.pact.file.PactProblem;

/**
 * One thing that a Pact file says and should not.
 *
 * @param rule what kind of thing
 * @param problem where, and what
 */
public record LintFinding(LintRule rule, PactProblem problem) {

    /** {@code file:line:col: error RULE: message}. */
    @Override
    public String toString() {
        return problem.file() + ":" + problem.line() + ":" + problem.column() + ": error " + rule + ": "
                + problem.message();
    }
}
