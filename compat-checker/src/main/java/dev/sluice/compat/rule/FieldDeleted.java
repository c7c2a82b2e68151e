package dev.sluice.compat.rule;

import dev.sluice.schema.model.Field;
import dev.sluice.schema.model.MessageType;

/** Fields are not deleted. */
final class FieldDeleted extends Rule {
    FieldDeleted() {
        super("FIELD_NO_DELETE", "Fields are not deleted.", Category.FILE, Category.PACKAGE, Category.CSR);
    }

    @Override
    public void message(MessageType old, MessageType now, Findings findings) {
        for (Field field : old.fields()) {
            if (now.field(field.number()).isEmpty()) {
                findings.add(
                        this,
                        Anchor.of(now),
                        field,
                        old.fullName() + "/" + field.number(),
                        "",
                        "field " + field.number() + " \"" + field.name() + "\" of " + old.name()
                                + " was deleted; readers that still want it get nothing, and source code that names it"
                                + " does not compile. Mark it deprecated and keep it.");
            }
        }
    }
}
