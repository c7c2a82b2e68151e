package dev.sluice.contract.tck.stage;

/** What a rule's failure means. */
public enum RuleType {
    /** A provider must keep it. */
    REQUIRED,
    /** A failure means "not supported" and is reported as a skip. */
    OPTIONAL,
    /** It can miss a fault and never blames a correct provider. */
    STOCHASTIC
}
