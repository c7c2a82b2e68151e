package dev.sluice.compat.rule;

import dev.sluice.schema.descriptor.NumberRange;
import dev.sluice.schema.model.MessageType;

/** Reserved field numbers and names of messages stay reserved. */
final class ReservedMessageDeleted extends Rule {
    ReservedMessageDeleted() {
        super(
                "RESERVED_MESSAGE_NO_DELETE",
                "Reserved field numbers and names of messages stay reserved.",
                Category.FILE,
                Category.PACKAGE,
                Category.WIRE_JSON,
                Category.WIRE,
                Category.CSR);
    }

    @Override
    public void message(MessageType old, MessageType now, Findings findings) {
        for (NumberRange range : old.reservedRanges()) {
            String missing = MissingNumbers.of(range.start(), range.end() - 1L, now.reservedRanges(), 1);
            if (!missing.isEmpty()) {
                add(old, now, missing, "numbers " + missing, findings);
            }
        }
        for (String name : old.reservedNames()) {
            if (!now.reservedNames().contains(name)) {
                add(old, now, name, "name \"" + name + "\"", findings);
            }
        }
    }

    private void add(MessageType old, MessageType now, String subject, String what, Findings findings) {
        findings.add(
                this,
                Anchor.of(now),
                old,
                old.fullName() + "/" + subject,
                "",
                "reserved " + what + " of " + old.name()
                        + " may be used again; old data and old peers still mean something else by it. Keep it reserved.");
    }
}
