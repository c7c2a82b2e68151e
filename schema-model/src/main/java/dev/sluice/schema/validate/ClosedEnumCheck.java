package dev.sluice.schema.validate;

import dev.sluice.schema.descriptor.Edition;
import dev.sluice.schema.model.EnumType;
import dev.sluice.schema.model.Features;
import dev.sluice.schema.model.Field;
import java.util.Optional;

/** A closed enum is not the type of a proto3 field, nor of one with implicit presence: their zero means absent. */
final class ClosedEnumCheck implements ElementCheck {
    @Override
    public void field(Field field, Context context) {
        Optional<EnumType> enumType = field.enumType();
        if (enumType.isEmpty() || !enumType.get().isClosed()) {
            return;
        }
        if (field.file().edition() == Edition.PROTO3) {
            context.problems()
                    .report(
                            field,
                            "the enum \"" + enumType.get().fullName()
                                    + "\" is closed (proto2), so a proto3 message cannot use it",
                            Part.FIELD_TYPE_NAME);
        } else if (field.features().fieldPresence() == Features.FieldPresence.IMPLICIT
                && !field.isRepeated()
                && !field.hasPresence()) {
            context.problems()
                    .report(
                            field,
                            "the enum \"" + enumType.get().fullName()
                                    + "\" is closed, so a field with implicit presence cannot use it",
                            Part.FIELD_TYPE_NAME);
        }
    }
}
