package dev.sluice.schema.model;

/** Field numbers of MessageOptions that the model itself reads (descriptor.proto, MessageOptions). */
final class MessageOption {
    static final int MESSAGE_SET_WIRE_FORMAT = 1;
    static final int MAP_ENTRY = 7;

    private MessageOption() {}
}
