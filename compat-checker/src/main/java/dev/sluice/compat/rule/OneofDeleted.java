package dev.sluice.compat.rule;

import dev.sluice.schema.model.MessageType;
import dev.sluice.schema.model.Oneof;

/** Oneofs are not deleted. */
final class OneofDeleted extends MessageRule {
    OneofDeleted() {
        super(
                "ONEOF_NO_DELETE",
                "Oneofs are not deleted.",
                "source code that asks which case is set does not compile",
                "Keep it.",
                Category.FILE,
                Category.PACKAGE,
                Category.CSR);
    }

    @Override
    public void check(MessageType old, MessageType now, Findings findings) {
        for (Oneof oneof : old.oneofs()) {
            if (!oneof.isSynthetic() && !hasOneof(now, oneof.name())) {
                findings.add(
                        this,
                        Anchor.of(now),
                        oneof,
                        oneof.fullName(),
                        "",
                        "oneof \"" + oneof.name() + "\" of " + now.name() + " was deleted");
            }
        }
    }

    private static boolean hasOneof(MessageType message, String name) {
        for (Oneof oneof : message.oneofs()) {
            if (oneof.name().equals(name)) {
                return true;
            }
        }
        return false;
    }
}
