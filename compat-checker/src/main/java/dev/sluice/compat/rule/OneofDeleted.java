package dev.sluice.compat.rule;

import dev.sluice.schema.model.MessageType;
import dev.sluice.schema.model.Oneof;

/** Oneofs are not deleted. */
final class OneofDeleted extends Rule {
    OneofDeleted() {
        super("ONEOF_NO_DELETE", "Oneofs are not deleted.", Category.FILE, Category.PACKAGE, Category.CSR);
    }

    @Override
    public void message(MessageType old, MessageType now, Findings findings) {
        for (Oneof oneof : old.oneofs()) {
            if (!oneof.isSynthetic() && !hasOneof(now, oneof.name())) {
                findings.add(
                        this,
                        Anchor.of(now),
                        oneof,
                        oneof.fullName(),
                        "",
                        "oneof \"" + oneof.name() + "\" of " + old.name()
                                + " was deleted; source code that asks which case is set does not compile. Keep it.");
            }
        }
    }

    private static boolean hasOneof(MessageType message, String name) {
        for (Oneof oneof : message.oneofs()) {
            if (!oneof.isSynthetic() && oneof.name().equals(name)) {
                return true;
            }
        }
        return false;
    }
}
