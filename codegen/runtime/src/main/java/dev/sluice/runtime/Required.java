package dev.sluice.runtime;

import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** Where a message within another lacks a required field. */
public final class Required {
    private Required() {}

    /** The path to a field that is missing in a message that is the value of {@code field}, or null. */
    public static @Nullable String missing(String field, @Nullable Message message) {
        String missing = message == null ? null : message.missing();
        return missing == null ? null : field + "." + missing;
    }

    /** The path to a field that is missing in one of the messages that are values of {@code field}, or null. */
    public static @Nullable String missing(String field, Collection<? extends Message> messages) {
        for (Message message : messages) {
            String missing = missing(field, message);
            if (missing != null) {
                return missing;
            }
        }
        return null;
    }

    /**
     * The message itself, if no required field is absent.
     *
     * @throws IllegalStateException otherwise
     */
    public static <M extends Message> M complete(M message) {
        String missing = message.missing();
        if (missing != null) {
            throw new IllegalStateException(
                    "required field " + missing + " of " + message.schemaType() + " has not been set");
        }
        return message;
    }
}
