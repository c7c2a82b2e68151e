package dev.sluice.codegen.java;

import dev.sluice.codegen.code.CodeBlock;
import dev.sluice.schema.model.MessageType;
import java.util.Set;

/** The well-known types that expressions see as values rather than messages. */
final class CelWellKnown {
    private static final Set<String> WRAPPERS = Set.of(
            "google.protobuf.BoolValue",
            "google.protobuf.BytesValue",
            "google.protobuf.DoubleValue",
            "google.protobuf.FloatValue",
            "google.protobuf.Int32Value",
            "google.protobuf.Int64Value",
            "google.protobuf.StringValue",
            "google.protobuf.UInt32Value",
            "google.protobuf.UInt64Value");

    private CelWellKnown() {}

    static boolean isWrapper(MessageType message) {
        return WRAPPERS.contains(message.fullName());
    }

    /** A stored message as a value. */
    static CelCode value(MessageType message, CodeBlock stored) {
        if (isWrapper(message)) {
            return CelFields.one(
                    CodeBlock.of("$L.value()", stored), message.field(1).orElseThrow());
        }
        return switch (message.fullName()) {
            case "google.protobuf.Timestamp" ->
                CelCode.of("$T.timestamp($L.seconds(), $L.nanos())", CelType.TIMESTAMP, Runtime.TIMES, stored, stored)
                        .failing(true);
            case "google.protobuf.Duration" ->
                CelCode.of("$T.duration($L.seconds(), $L.nanos())", CelType.DURATION, Runtime.TIMES, stored, stored)
                        .failing(true);
            default -> CelCode.of(stored, CelType.message(message));
        };
    }
}
