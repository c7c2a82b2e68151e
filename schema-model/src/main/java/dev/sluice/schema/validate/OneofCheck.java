package dev.sluice.schema.validate;

import dev.sluice.schema.descriptor.Edition;
import dev.sluice.schema.descriptor.FieldLabel;
import dev.sluice.schema.model.Field;
import dev.sluice.schema.model.MessageType;
import dev.sluice.schema.model.Oneof;
import java.util.List;

/**
 * Oneofs have members, which stand together and are neither required nor repeated; synthetic ones come last. Most of
 * this only a descriptor set can break.
 */
final class OneofCheck implements ElementCheck {
    @Override
    public void message(MessageType message, Context context) {
        boolean synthetic = false;
        for (Oneof oneof : message.oneofs()) {
            if (oneof.fields().isEmpty()) {
                context.problems().report(oneof, "a oneof needs at least one field", Part.NAME);
            } else {
                checkTogether(oneof.fields(), context);
            }
            if (synthetic && !oneof.isSynthetic()) {
                context.problems()
                        .report(oneof, "the oneofs of optional proto3 fields come after all others", Part.NAME);
            }
            synthetic |= oneof.isSynthetic();
        }
    }

    private static void checkTogether(List<Field> members, Context context) {
        for (int i = 1; i < members.size(); i++) {
            if (members.get(i).index() != members.get(i - 1).index() + 1) {
                context.problems()
                        .report(
                                members.get(i),
                                "the fields of a oneof stand together; another field comes before this one",
                                Part.NAME);
            }
        }
    }

    @Override
    public void field(Field field, Context context) {
        if (field.oneof().isPresent() && field.label() != FieldLabel.OPTIONAL) {
            context.problems().report(field, "a member of a oneof is neither required nor repeated", Part.NAME);
        }
        if (field.isProto3Optional()) {
            boolean alone = field.oneof().map(Oneof::isSynthetic).orElse(field.isExtension());
            if (field.file().edition() != Edition.PROTO3 || !alone) {
                context.problems()
                        .report(field, "proto3_optional is for proto3 fields that are alone in their oneof", Part.NAME);
            }
        }
    }
}
