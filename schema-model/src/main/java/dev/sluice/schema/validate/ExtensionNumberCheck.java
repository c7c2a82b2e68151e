package dev.sluice.schema.validate;

import dev.sluice.schema.model.Field;
import dev.sluice.schema.model.MessageType;
import dev.sluice.schema.model.SchemaFile;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The extensions that one file declares of a message have different numbers. Clashes between files are let pass, as
 * protoc does: there are schemas that have them.
 */
final class ExtensionNumberCheck implements ElementCheck {
    @Override
    public void file(SchemaFile file, Context context) {
        Map<MessageType, Map<Integer, Field>> seen = new HashMap<>();
        check(file.extensions(), seen, context);
        nested(file.messages(), seen, context);
    }

    private static void nested(
            List<MessageType> messages, Map<MessageType, Map<Integer, Field>> seen, Context context) {
        for (MessageType message : messages) {
            check(message.extensions(), seen, context);
            nested(message.messages(), seen, context);
        }
    }

    private static void check(List<Field> extensions, Map<MessageType, Map<Integer, Field>> seen, Context context) {
        for (Field extension : extensions) {
            MessageType extended = extension.containingMessage();
            Map<Integer, Field> ofMessage = seen.get(extended);
            if (ofMessage == null) {
                ofMessage = new HashMap<>();
                seen.put(extended, ofMessage);
            }
            Field before = ofMessage.putIfAbsent(extension.number(), extension);
            if (before != null) {
                report(extension, before, context);
            }
        }
    }

    private static void report(Field extension, Field before, Context context) {
        context.problems()
                .report(
                        extension,
                        "extension number " + extension.number() + " of \""
                                + extension.containingMessage().fullName() + "\" is already used by \"" + before
                                + "\"; take another",
                        Part.FIELD_NUMBER);
    }
}
