package dev.sluice.schema.option;

import dev.sluice.schema.descriptor.FileProto;
import dev.sluice.schema.descriptor.MessageProto;
import dev.sluice.schema.descriptor.Visibility;
import dev.sluice.schema.model.MessageType;
import dev.sluice.schema.model.UnlinkedFile;
import dev.sluice.schema.source.WellKnownSource;
import java.util.ArrayList;
import java.util.List;

/**
 * The options messages of {@code descriptor.proto} without their fields: enough where only {@link PlainOptions} and custom
 * options are set. Another standard option is not found in them, which is a problem as if it did not exist.
 */
public final class OutlinedDescriptor {
    private static final String PACKAGE = "google.protobuf";

    private OutlinedDescriptor() {}

    /** The outline, in place of the file. */
    public static UnlinkedFile file() {
        List<MessageProto> messages = new ArrayList<>();
        for (OptionsKind kind : OptionsKind.values()) {
            messages.add(options(kind.messageName().substring(PACKAGE.length() + 1)));
        }
        return UnlinkedFile.builtIn(FileProto.ofMessages(WellKnownSource.DESCRIPTOR, PACKAGE, messages));
    }

    private static MessageProto options(String name) {
        return new MessageProto(
                name,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                null,
                List.of(),
                List.of(),
                Visibility.UNSET);
    }

    /** Whether an options message is one of the outline. */
    static boolean has(MessageType options) {
        return options.fields().isEmpty();
    }
}
