package dev.sluice.compat.rule;

import dev.sluice.schema.descriptor.NumberRange;
import dev.sluice.schema.model.EnumType;

/** Reserved numbers and names of enums stay reserved. */
final class ReservedEnumDeleted extends EnumRule {
    ReservedEnumDeleted() {
        super(
                "RESERVED_ENUM_NO_DELETE",
                "Reserved numbers and names of enums stay reserved.",
                "what takes it means something else to old data and old peers",
                "Keep it reserved.",
                Category.ofBuf());
    }

    @Override
    public void check(EnumType old, EnumType now, Findings findings) {
        for (NumberRange range : old.reservedRanges()) {
            String missing = MissingNumbers.of(range.start(), range.end(), now.reservedRanges(), 0);
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

    private void add(EnumType old, EnumType now, String subject, String what, Findings findings) {
        findings.add(
                this,
                Anchor.of(now),
                old,
                old.fullName() + "/" + subject,
                "",
                "enum " + now.name() + " no longer reserves " + what);
    }
}
