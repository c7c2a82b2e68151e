package dev.sluice.schema.validate;

import dev.sluice.schema.model.MessageType;
import java.util.Set;

/** The messages of descriptor.proto whose extensions are custom options. */
final class OptionMessages {
    private static final Set<String> NAMES = Set.of(
            "google.protobuf.FileOptions",
            "google.protobuf.MessageOptions",
            "google.protobuf.FieldOptions",
            "google.protobuf.OneofOptions",
            "google.protobuf.ExtensionRangeOptions",
            "google.protobuf.EnumOptions",
            "google.protobuf.EnumValueOptions",
            "google.protobuf.ServiceOptions",
            "google.protobuf.MethodOptions",
            "google.protobuf.StreamOptions");

    private OptionMessages() {}

    static boolean contains(MessageType message) {
        return NAMES.contains(message.fullName());
    }
}
