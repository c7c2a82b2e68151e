package dev.sluice.runtime;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Message types and extensions by name, where a message does not tell by itself: inside an Any, in JSON. Immutable. */
public final class Types {
    /** None. */
    public static final Types NONE = new Types(List.of(), List.of());

    private final Map<String, MessageType<?>> types = new HashMap<>();
    private final Map<String, Extension<?, ?>> extensions = new HashMap<>();
    private final Map<String, List<Extension<?, ?>>> byExtended = new HashMap<>();

    private Types(List<MessageType<?>> types, List<Extension<?, ?>> extensions) {
        types.forEach(type -> this.types.put(type.fullName(), type));
        for (Extension<?, ?> extension : extensions) {
            this.extensions.put(extension.fullName(), extension);
            byExtended
                    .computeIfAbsent(extension.extended(), absent -> new ArrayList<>())
                    .add(extension);
        }
    }

    /** These types. */
    public static Types of(MessageType<?>... types) {
        return new Types(List.of(types), List.of());
    }

    /** These types and extensions. */
    public static Types of(List<MessageType<?>> types, List<Extension<?, ?>> extensions) {
        return new Types(types, extensions);
    }

    /** The type with this full name, or null. */
    public @Nullable MessageType<?> type(String fullName) {
        return types.get(fullName);
    }

    /** The extension with this full name, or null. */
    public @Nullable Extension<?, ?> extension(String fullName) {
        return extensions.get(fullName);
    }

    /** The extensions of the message with this full name. */
    List<Extension<?, ?>> extensionsOf(String extended) {
        return byExtended.getOrDefault(extended, List.of());
    }
}
