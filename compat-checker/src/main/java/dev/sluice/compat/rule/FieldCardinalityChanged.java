package dev.sluice.compat.rule;

import dev.sluice.schema.model.Field;

/** Fields keep their cardinality. */
final class FieldCardinalityChanged extends Rule {
    FieldCardinalityChanged() {
        super("FIELD_SAME_CARDINALITY", "Fields keep their cardinality.", Category.FILE, Category.PACKAGE);
    }

    @Override
    public void field(Field old, Field now, Findings findings) {
        Cardinality before = Cardinality.of(old);
        Cardinality after = Cardinality.of(now);
        if (before != after && !old.containingMessage().isMapEntry()) {
            findings.add(
                    this,
                    Anchor.of(now),
                    old,
                    FieldWords.subject(old),
                    before.words() + " -> " + after.words(),
                    FieldWords.describe(old) + " changed from " + before.words() + " to " + after.words()
                            + "; old peers lose or misread values, and source code that uses it does not compile. Add a new"
                            + " field instead.");
        }
    }
}
