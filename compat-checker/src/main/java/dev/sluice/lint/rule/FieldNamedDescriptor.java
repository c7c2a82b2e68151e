package dev.sluice.lint.rule;

import dev.sluice.schema.model.Field;
import java.util.Locale;

/** No field is called descriptor. */
final class FieldNamedDescriptor extends ElementRule<Field> {
    FieldNamedDescriptor() {
        super(
                Field.class,
                "FIELD_NO_DESCRIPTOR",
                "Names of fields are not \"descriptor\", in whatever capitals and with whatever underscores around it.",
                "generated classes have a descriptor of their own, and some languages cannot tell the two apart",
                "Choose another name.");
    }

    @Override
    void check(Field field, Inspection inspection) {
        if (withoutUnderscores(field.name()).toLowerCase(Locale.ROOT).equals("descriptor")) {
            inspection.add(
                    this, Spot.nameOf(field), "field \"" + field.name() + "\" is called like a class's descriptor");
        }
    }

    private static String withoutUnderscores(String name) {
        int start = 0;
        int end = name.length();
        while (start < end && name.charAt(start) == '_') {
            start++;
        }
        while (end > start && name.charAt(end - 1) == '_') {
            end--;
        }
        return name.substring(start, end);
    }
}
