package dev.sluice.schema.option;

import dev.sluice.schema.model.Field;
import dev.sluice.schema.model.MessageType;
import dev.sluice.schema.wire.WireWriter;
import java.nio.charset.StandardCharsets;

/** The two fields of google.protobuf.Any. */
record AnyValue(Field typeUrl, Field value) {
    private static final int TYPE_URL = 1;
    private static final int VALUE = 2;

    static boolean isAny(MessageType type) {
        return type.fullName().equals("google.protobuf.Any")
                && type.field(TYPE_URL).isPresent()
                && type.field(VALUE).isPresent();
    }

    static AnyValue of(MessageType type) {
        return new AnyValue(
                type.field(TYPE_URL).orElseThrow(), type.field(VALUE).orElseThrow());
    }

    void set(MessageBuilder any, String url, WireWriter message) {
        ScalarWriter.bytes(url.getBytes(StandardCharsets.UTF_8), any.scalar(typeUrl));
        if (message.size() > 0) {
            ScalarWriter.bytes(message.toByteArray(), any.scalar(value));
        }
    }
}
