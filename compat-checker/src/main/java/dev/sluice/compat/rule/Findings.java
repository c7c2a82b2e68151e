package dev.sluice.compat.rule;

import dev.sluice.schema.model.Element;

/** Takes what rules find, from several threads. */
public interface Findings {

    /** Whether changes are accepted after which the same is sent, though Buf reports them. */
    default boolean acceptsSameShape() {
        return false;
    }

    /**
     * Takes one finding. Its message is what changed, the rule's harm and the rule's advice.
     *
     * @param old the old element that changed or is gone; a new one that the old schema lacks
     * @param subject what of it, for the fingerprint: a name or number that stays the same whatever the wording
     * @param change the old and the new value, for the fingerprint
     * @param what what changed, from what to what
     */
    void add(Rule rule, Anchor anchor, Element old, String subject, String change, String what);
}
