package dev.sluice.compat.rule;

import dev.sluice.schema.model.Element;
import dev.sluice.schema.model.Field;
import dev.sluice.schema.model.Oneof;

/** Oneofs get no new case. */
final class OneofFieldAdded extends ElementRule {
    OneofFieldAdded() {
        super(
                "ONEOF_NO_ADD_FIELD",
                "Oneofs get no new field.",
                "old readers take the oneof for unset when a new writer sets the new case",
                "Add it where old readers are ready for an unset oneof, or outside.",
                Category.STRICT);
    }

    @Override
    public void check(Element old, Element now, Findings findings) {
        if (!(old instanceof Oneof before) || !(now instanceof Oneof after) || after.isSynthetic()) {
            return;
        }
        for (Field field : after.fields()) {
            if (before.message().field(field.number()).isEmpty()) {
                findings.add(
                        this,
                        Anchor.of(field),
                        before,
                        FieldWords.subject(field),
                        field.name(),
                        FieldWords.describe(field) + " was added to oneof \"" + after.name() + "\"");
            }
        }
    }
}
