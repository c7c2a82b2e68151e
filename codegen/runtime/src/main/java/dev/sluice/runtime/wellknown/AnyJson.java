package dev.sluice.runtime.wellknown;

import dev.sluice.runtime.Bytes;
import dev.sluice.runtime.JsonNames;
import dev.sluice.runtime.JsonReader;
import dev.sluice.runtime.JsonWriter;
import dev.sluice.runtime.MalformedMessageException;
import dev.sluice.runtime.Message;
import dev.sluice.runtime.MessageType;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The JSON form of google.protobuf.Any: the message's own with a member {@code @type}. */
final class AnyJson {
    /** Messages whose JSON is not an object of their fields: it stands in a member {@code value}. */
    private static final Set<String> SPECIAL = Set.of(
            "google.protobuf.Any",
            "google.protobuf.BoolValue",
            "google.protobuf.BytesValue",
            "google.protobuf.DoubleValue",
            "google.protobuf.Duration",
            "google.protobuf.FieldMask",
            "google.protobuf.FloatValue",
            "google.protobuf.Int32Value",
            "google.protobuf.Int64Value",
            "google.protobuf.ListValue",
            "google.protobuf.StringValue",
            "google.protobuf.Struct",
            "google.protobuf.Timestamp",
            "google.protobuf.UInt32Value",
            "google.protobuf.UInt64Value",
            "google.protobuf.Value");

    private static final JsonNames NAMES =
            JsonNames.of("@type", "@type", "value", "value").takingNull(1);

    private AnyJson() {}

    private static @Nullable MessageType<?> type(String url, JsonWriter out) {
        return out.options().types().type(url.substring(url.lastIndexOf('/') + 1));
    }

    static void write(Any value, JsonWriter out) {
        String url = value.typeUrl();
        MessageType<?> type = type(url, out);
        if (url.isEmpty() && value.value().isEmpty()) {
            out.beginObject();
            out.endObject();
            return;
        }
        if (type == null) {
            if (!out.redacts()) {
                throw new IllegalStateException("the options do not know type " + url + " of an Any");
            }
            out.beginObject();
            out.key("@type");
            out.string(url);
            out.key("value");
            out.bytes(value.value());
            out.endObject();
            return;
        }
        write(url, content(type, value), out);
    }

    private static Message content(MessageType<?> type, Any value) {
        try {
            return type.parseFrom(value.value().toByteArray());
        } catch (MalformedMessageException e) {
            throw new IllegalStateException("an Any does not hold a " + type + ": " + e.getMessage());
        }
    }

    private static void write(String url, Message content, JsonWriter out) {
        if (SPECIAL.contains(content.schemaType().fullName())) {
            out.beginObject();
            out.key("@type");
            out.string(url);
            out.key("value");
            content.writeTo(out);
            out.endObject();
        } else {
            out.typed(url);
            content.writeTo(out);
        }
    }

    static void read(Any.Builder value, JsonReader in) {
        String url = in.typeOfAny();
        if (url.isEmpty()) {
            in.beginMessage(NAMES);
            in.nextField();
            return;
        }
        String name = url.substring(url.lastIndexOf('/') + 1);
        MessageType<?> type = in.options().types().type(name);
        if (type == null || url.indexOf('/') < 0) {
            throw in.malformed("the options do not know the type " + url + " of an Any");
        }
        Message.Builder<?> content = type.builder();
        if (SPECIAL.contains(name)) {
            readSpecial(content, in);
        } else {
            in.allowType();
            content.mergeFrom(in);
        }
        value.typeUrl(url).value(Bytes.copyOf(content.build().toByteArray()));
    }

    private static void readSpecial(Message.Builder<?> content, JsonReader in) {
        boolean found = false;
        in.beginMessage(NAMES);
        int field;
        while ((field = in.nextField()) >= 0) {
            if (field == 0) {
                in.string();
            } else {
                content.mergeFrom(in);
                found = true;
            }
        }
        if (!found) {
            throw in.malformed("an Any of this type needs the member value");
        }
    }
}
