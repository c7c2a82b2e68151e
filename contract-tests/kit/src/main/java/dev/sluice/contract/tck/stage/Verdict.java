package dev.sluice.contract.tck.stage;

import java.util.List;

/**
 * What a rule found.
 *
 * @param outcome the finding
 * @param reason why; empty where the rule passed
 */
public record Verdict(Outcome outcome, String reason) {
    /** The findings that a rule can have. */
    public enum Outcome {
        /** Nothing that the rule forbids was seen. */
        PASS,
        /** The provider broke the rule. */
        FAIL,
        /** The rule does not apply, or an optional one is not supported. */
        SKIP,
        /** The kit could not hold its own conditions; nothing is known. */
        INCONCLUSIVE
    }

    /** The rule passed. */
    public static Verdict pass() {
        return new Verdict(Outcome.PASS, "");
    }

    /** The provider broke the rule. */
    public static Verdict fail(String reason) {
        return new Verdict(Outcome.FAIL, reason);
    }

    /** The rule was not judged. */
    public static Verdict skip(String reason) {
        return new Verdict(Outcome.SKIP, reason);
    }

    /** Nothing is known. */
    public static Verdict inconclusive(String reason) {
        return new Verdict(Outcome.INCONCLUSIVE, reason);
    }

    /** A pass without faults, else a failure that names them all. */
    public static Verdict of(List<String> faults) {
        return faults.isEmpty() ? pass() : fail(String.join("; ", faults));
    }
}
