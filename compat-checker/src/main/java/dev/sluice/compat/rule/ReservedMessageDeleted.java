package dev.sluice.compat.rule;

import dev.sluice.schema.descriptor.NumberRange;
import dev.sluice.schema.model.MessageType;

/** Reserved field numbers and names of messages stay reserved. */
final class ReservedMessageDeleted extends MessageRule {
    ReservedMessageDeleted() {
        super(
                "RESERVED_MESSAGE_NO_DELETE",
                "Reserved field numbers and names of messages stay reserved.",
                "what takes it means something else to old data and old peers",
                "Keep it reserved.",
                Category.ofBuf());
    }

    @Override
    public void check(MessageType old, MessageType now, Findings findings) {
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
                now.name() + " no longer reserves " + what);
    }
}
