package dev.sluice.lint.rule;

import dev.sluice.schema.model.EnumType;
import dev.sluice.schema.model.EnumValue;

/** The first value of an enum is its zero. */
final class FirstValueNotZero extends ElementRule<EnumType> {
    private static final int NUMBER = 2;

    FirstValueNotZero() {
        super(
                EnumType.class,
                "ENUM_FIRST_VALUE_ZERO",
                "The first value of an enum has the number 0.",
                "an unset field reads as the first value, which cannot be told from one that was set",
                "Put a value with the number 0 first that means nothing in particular.",
                LintCategory.BASIC);
    }

    @Override
    void check(EnumType type, Inspection inspection) {
        EnumValue first = type.values().get(0);
        if (first.number() != 0) {
            inspection.add(
                    this,
                    Spot.partOf(first, NUMBER),
                    "the first value \"" + first.name() + "\" of enum \"" + type.name() + "\" has the number "
                            + first.number() + ", not 0");
        }
    }
}
