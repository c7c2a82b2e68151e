package dev.sluice.lint.rule;

import dev.sluice.schema.model.EnumType;

/** Enums have one name for each number. */
final class AliasAllowed extends ElementRule<EnumType> {
    private static final int OPTIONS = 3;
    private static final int ALLOW_ALIAS = 2;

    AliasAllowed() {
        super(
                EnumType.class,
                "ENUM_NO_ALLOW_ALIAS",
                "Enums do not set allow_alias.",
                "JSON writes only one of the names, and which one depends on their order",
                "Give each number one name, and drop the option.",
                LintCategory.BASIC);
    }

    @Override
    void check(EnumType type, Inspection inspection) {
        if (type.options().bool(ALLOW_ALIAS, false)) {
            inspection.add(
                    this,
                    Spot.partOf(type, OPTIONS, ALLOW_ALIAS),
                    "enum \"" + type.name() + "\" allows several names for one number");
        }
    }
}
