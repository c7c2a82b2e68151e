package dev.sluice.schema.validate;

import dev.sluice.schema.descriptor.Edition;
import dev.sluice.schema.model.MessageType;

/** A MessageSet has extensions only, and is not for proto3. */
final class MessageSetCheck implements ElementCheck {
    @Override
    public void message(MessageType message, Context context) {
        if (!message.isMessageSet()) {
            return;
        }
        if (message.file().edition() == Edition.PROTO3) {
            context.problems().report(message, "MessageSet is not supported in proto3", Part.NAME);
        }
        if (!message.fields().isEmpty()) {
            context.problems()
                    .report(
                            message.fields().get(0),
                            "a MessageSet has no fields of its own, only extensions",
                            Part.NAME);
        }
    }
}
