package dev.sluice.compat.rule;

import dev.sluice.schema.descriptor.NumberRange;
import dev.sluice.schema.model.EnumType;

/** Reserved numbers and names of enums stay reserved. */
final class ReservedEnumDeleted extends Rule {
    ReservedEnumDeleted() {
        super(
                "RESERVED_ENUM_NO_DELETE",
                "Reserved numbers and names of enums stay reserved.",
                Category.FILE,
                Category.PACKAGE,
                Category.WIRE_JSON,
                Category.WIRE,
                Category.CSR);
    }

    @Override
    public void enumType(EnumType old, EnumType now, Findings findings) {
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
                "reserved " + what + " of enum " + old.name()
                        + " may be used again; old data and old peers still mean something else by it. Keep it reserved.");
    }
}
