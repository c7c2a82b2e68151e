package dev.sluice.lint.rule;

import dev.sluice.schema.model.Field;

/** No field is required on the wire. */
final class FieldRequired extends ElementRule<Field> {
    FieldRequired() {
        super(
                Field.class,
                "FIELD_NOT_REQUIRED",
                "Fields are not required.",
                "no version of the schema can drop the field again: readers refuse messages without it",
                "Make it optional, and validate it where it is needed.",
                LintCategory.BASIC);
    }

    @Override
    void check(Field field, Inspection inspection) {
        if (field.isRequired()) {
            inspection.add(this, Spot.nameOf(field), "field \"" + field.name() + "\" is required");
        }
    }
}
