package dev.sluice.schema.validate;

import dev.sluice.schema.model.Element;
import dev.sluice.schema.model.EnumType;
import dev.sluice.schema.model.EnumValue;
import dev.sluice.schema.model.ExtensionRange;
import dev.sluice.schema.model.Field;
import dev.sluice.schema.model.MessageType;
import dev.sluice.schema.model.Oneof;
import dev.sluice.schema.model.Rpc;
import dev.sluice.schema.model.SchemaFile;
import dev.sluice.schema.model.Service;

/** A check that treats elements of all kinds alike, those inside others included. */
interface EveryElementCheck extends ElementCheck {
    void check(Element element, Context context);

    @Override
    default void file(SchemaFile file, Context context) {
        check(file, context);
    }

    @Override
    default void message(MessageType message, Context context) {
        check(message, context);
        for (Oneof oneof : message.oneofs()) {
            check(oneof, context);
        }
        for (ExtensionRange range : message.extensionRanges()) {
            check(range, context);
        }
    }

    @Override
    default void field(Field field, Context context) {
        check(field, context);
    }

    @Override
    default void enumType(EnumType enumType, Context context) {
        check(enumType, context);
        for (EnumValue value : enumType.values()) {
            check(value, context);
        }
    }

    @Override
    default void service(Service service, Context context) {
        check(service, context);
        for (Rpc rpc : service.rpcs()) {
            check(rpc, context);
        }
    }
}
