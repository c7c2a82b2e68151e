package dev.sluice.lint.rule;

import dev.sluice.schema.model.Element;

/** Sees all elements of one kind that are written in a schema: no entry types of maps, no oneofs of optional fields. */
public abstract non-sealed class ElementRule<E extends Element> extends LintRule {
    private final Class<E> kind;

    ElementRule(Class<E> kind, String id, String purpose, String harm, String advice, LintCategory... narrowest) {
        super(id, purpose, harm, advice, narrowest);
        this.kind = kind;
    }

    /** Judges one of them. */
    abstract void check(E element, Inspection inspection);

    /** Judges an element if it is of the rule's kind. */
    public final void checkAny(Element element, Inspection inspection) {
        if (kind.isInstance(element)) {
            check(kind.cast(element), inspection);
        }
    }
}
