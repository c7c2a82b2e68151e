package dev.sluice.schema.validate;

import dev.sluice.schema.descriptor.FieldType;
import dev.sluice.schema.model.EnumType;
import dev.sluice.schema.model.Field;
import dev.sluice.schema.model.MessageType;
import java.util.Optional;

/** Maps have keys that can be keys, and enum values that start at zero. */
final class MapCheck implements ElementCheck {
    @Override
    public void field(Field field, Context context) {
        if (!field.isMap()) {
            return;
        }
        MessageType entry = field.message().orElseThrow();
        Optional<Field> key = entry.field(1);
        Optional<Field> value = entry.field(2);
        if (key.isEmpty() || value.isEmpty() || entry.fields().size() != 2) {
            context.problems().report(field, "a map entry has exactly the fields key = 1 and value = 2", Part.NAME);
            return;
        }
        FieldType keyType = key.get().type();
        boolean allowed = switch (keyType) {
            case INT32, INT64, UINT32, UINT64, SINT32, SINT64, FIXED32, FIXED64, SFIXED32, SFIXED64, BOOL, STRING ->
                true;
            case FLOAT, DOUBLE, BYTES, MESSAGE, GROUP, ENUM -> false;
        };
        if (!allowed) {
            context.problems()
                    .report(
                            field,
                            "a map key must be an integer, bool or string, not " + keyType.keyword(),
                            Part.FIELD_TYPE_NAME);
        }
        Optional<EnumType> enumType = value.get().enumType();
        if (enumType.isPresent()
                && !enumType.get().values().isEmpty()
                && enumType.get().values().get(0).number() != 0) {
            context.problems()
                    .report(
                            field,
                            "the enum \"" + enumType.get().fullName()
                                    + "\" is a map value, so its first value must be zero",
                            Part.FIELD_TYPE_NAME);
        }
    }
}
