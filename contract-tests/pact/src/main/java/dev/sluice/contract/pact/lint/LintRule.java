package dev.sluice.contract.pact.lint;

/** What can be wrong with a Pact file that can be read. */
public enum LintRule {
    /** An interaction names no message for a JSON body: nothing links it to the schema. */
    NO_REFERENCE,
    /** A reference names a message, or a method, that the schema does not have. */
    UNKNOWN_MESSAGE,
    /** A body has a member that its message does not have. */
    UNKNOWN_FIELD,
    /** A value is none that its field can have. */
    WRONG_TYPE,
    /** A value breaks a constraint of the schema. */
    CONSTRAINT,
    /** A provider state has no hook that brings it about. */
    STATE_WITHOUT_HOOK,
    /** No verification has ever served an interaction. */
    NEVER_SERVED,
    /** Two interactions of a file have one description and the same provider states. */
    DUPLICATE_INTERACTION
}
