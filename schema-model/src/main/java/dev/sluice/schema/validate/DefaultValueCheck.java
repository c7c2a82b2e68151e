package dev.sluice.schema.validate;

import dev.sluice.schema.model.EnumType;
import dev.sluice.schema.model.Field;
import java.util.Optional;

/** Defaults are for singular scalars and enums, and an enum's default is one of its values. */
final class DefaultValueCheck implements ElementCheck {
    @Override
    public void field(Field field, Context context) {
        Optional<String> value = field.defaultValue();
        if (value.isEmpty()) {
            return;
        }
        if (field.isRepeated()) {
            report(field, "a repeated field cannot have a default", context);
        } else if (field.type().isMessage()) {
            report(field, "a message field cannot have a default", context);
        } else if (field.enumType().isPresent()) {
            EnumType enumType = field.enumType().get();
            if (enumType.value(value.get()).isEmpty()) {
                report(
                        field,
                        "enum \"" + enumType.fullName() + "\" has no value \"" + value.get()
                                + "\"; a default is the name of one",
                        context);
            }
        }
    }

    private static void report(Field field, String problem, Context context) {
        context.problems().report(field, problem, Part.FIELD_DEFAULT);
    }
}
