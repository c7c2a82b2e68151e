package dev.sluice.schema.validate;

import dev.sluice.schema.model.EnumType;
import dev.sluice.schema.model.Field;
import dev.sluice.schema.model.MessageType;
import dev.sluice.schema.model.SchemaFile;
import dev.sluice.schema.model.Service;

/** A check of one concern. It is shown every element of a file, each once, and has no state. */
interface ElementCheck {

    default void file(SchemaFile file, Context context) {}

    default void message(MessageType message, Context context) {}

    /** A field of a message or an extension. */
    default void field(Field field, Context context) {}

    default void enumType(EnumType enumType, Context context) {}

    default void service(Service service, Context context) {}
}
