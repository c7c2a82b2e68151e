package dev.sluice.lint.rule;

import dev.sluice.schema.model.EnumValue;

/** Names of enum values start with the name of their enum. */
final class ValuePrefixMissing extends ElementRule<EnumValue> {
    ValuePrefixMissing() {
        super(
                EnumValue.class,
                "ENUM_VALUE_PREFIX",
                "Names of enum values start with the name of the enum in UPPER_SNAKE_CASE.",
                "values share one namespace with those of the enums beside theirs, and clash",
                "Put the name of the enum first.",
                LintCategory.STANDARD);
    }

    @Override
    void check(EnumValue value, Inspection inspection) {
        String prefix = NameStyle.UPPER_SNAKE_CASE.apply(value.type().name()) + "_";
        if (!value.name().startsWith(prefix)) {
            inspection.add(
                    this,
                    Spot.nameOf(value),
                    "enum value \"" + value.name() + "\" does not start with \"" + prefix + "\"");
        }
    }
}
