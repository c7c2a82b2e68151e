package dev.sluice.compat.rule;

import dev.sluice.schema.model.EnumType;
import dev.sluice.schema.model.EnumValue;

/** Enum values are not deleted. */
final class EnumValueDeleted extends Rule {
    EnumValueDeleted() {
        super("ENUM_VALUE_NO_DELETE", "Enum values are not deleted.", Category.FILE, Category.PACKAGE, Category.CSR);
    }

    @Override
    public void enumType(EnumType old, EnumType now, Findings findings) {
        for (EnumValue value : old.values()) {
            boolean first = old.value(value.number()).orElseThrow() == value;
            if (first && now.value(value.number()).isEmpty()) {
                findings.add(
                        this,
                        Anchor.of(now),
                        value,
                        old.fullName() + "/" + value.number(),
                        "",
                        "value " + value.number() + " \"" + value.name() + "\" of enum " + old.name()
                                + " was deleted; readers do not know what an old writer means by it, and source code that"
                                + " names it does not compile. Mark it deprecated and keep it.");
            }
        }
    }
}
