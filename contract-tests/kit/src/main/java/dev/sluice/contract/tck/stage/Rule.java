package dev.sluice.contract.tck.stage;

/** One rule of the contract: its words and its check. */
public interface Rule {
    /** The rule in words. */
    RuleText text();

    /**
     * Plays the rule's stimulus and judges what was seen, on counts, order and equalities only.
     *
     * @throws ConditionNotMetException if the kit could not bring about what the rule is judged under
     */
    Verdict check(Stage stage);
}
