package dev.sluice.lint.rule;

import dev.sluice.schema.model.MessageType;

/** The message {@code google.protobuf.Empty}, which a module may allow as a request or response of any RPC. */
final class EmptyMessage {
    private EmptyMessage() {}

    static boolean is(MessageType type) {
        return type.fullName().equals("google.protobuf.Empty");
    }
}
