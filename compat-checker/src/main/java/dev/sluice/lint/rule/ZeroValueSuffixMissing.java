package dev.sluice.lint.rule;

import dev.sluice.schema.model.EnumValue;

/** The names of zeros of enums say that nothing was specified. */
final class ZeroValueSuffixMissing extends ElementRule<EnumValue> {
    ZeroValueSuffixMissing() {
        super(
                EnumValue.class,
                "ENUM_ZERO_VALUE_SUFFIX",
                "Names of enum values with the number 0 end in _UNSPECIFIED, or what the configuration says instead.",
                "an unset field reads as a value that means something",
                "Keep 0 for what was not specified, and end its name so.",
                LintCategory.STANDARD);
    }

    @Override
    void check(EnumValue value, Inspection inspection) {
        String suffix = inspection.conventions().zeroValueSuffix();
        if (value.number() == 0 && !value.name().endsWith(suffix)) {
            inspection.add(
                    this,
                    Spot.nameOf(value),
                    "enum value \"" + value.name() + "\" has the number 0 and does not end in \"" + suffix + "\"");
        }
    }
}
