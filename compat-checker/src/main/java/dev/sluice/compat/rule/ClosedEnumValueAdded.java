package dev.sluice.compat.rule;

import dev.sluice.schema.model.EnumType;
import dev.sluice.schema.model.EnumValue;

/** Closed enums get no new numbers. */
final class ClosedEnumValueAdded extends EnumRule {
    ClosedEnumValueAdded() {
        super(
                "ENUM_CLOSED_NO_ADD_VALUE",
                "Closed enums get no new numbers.",
                "old readers take the field for unset, and drop the element of a list",
                "Use an open enum, or add a field with a new enum.",
                Category.STRICT);
    }

    @Override
    public void check(EnumType old, EnumType now, Findings findings) {
        if (!old.isClosed()) {
            return;
        }
        for (EnumValue value : now.values()) {
            if (old.value(value.number()).isEmpty()) {
                findings.add(
                        this,
                        Anchor.of(value),
                        old,
                        old.fullName() + "/" + value.number(),
                        value.name(),
                        "value " + value.number() + " \"" + value.name() + "\" was added to closed enum " + now.name());
            }
        }
    }
}
