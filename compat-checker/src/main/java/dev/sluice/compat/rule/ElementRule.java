package dev.sluice.compat.rule;

import dev.sluice.schema.model.Element;
import java.util.List;

/** Sees pairs of elements of the same kind, whatever the kind: files, messages, fields, oneofs, enums, values, services, RPCs. */
public abstract non-sealed class ElementRule extends Rule {
    ElementRule(String id, String purpose, String harm, String advice, Category... categories) {
        super(id, purpose, harm, advice, categories);
    }

    /** Judges one of them. */
    public abstract void check(Element old, Element now, Findings findings);

    /** The rule as it is where these custom options, by full name, must keep their values. */
    ElementRule watching(List<String> options) {
        return this;
    }
}
