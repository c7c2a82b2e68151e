package dev.sluice.compat.rule;

import dev.sluice.schema.model.Element;

/** Takes what rules find. */
public interface Findings {

    /**
     * Takes one finding.
     *
     * @param old the old element that changed or is gone
     * @param subject what of it, for the fingerprint: a name or number that stays the same whatever the wording
     * @param change the old and the new value, for the fingerprint
     * @param message what changed; who it breaks; what to do
     */
    void add(Rule rule, Anchor anchor, Element old, String subject, String change, String message);
}
