package dev.sluice.runtime;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.Optional;

/** One message of a schema as a value: its name, and the ways to read messages of it. Immutable. */
public final class MessageType<M extends Message> {
    private final String fullName;
    private final M defaultInstance;

    /** For generated code. */
    public MessageType(String fullName, M defaultInstance) {
        this.fullName = fullName;
        this.defaultInstance = defaultInstance;
    }

    /** The name in the schema with its package, such as {@code google.protobuf.Any}. */
    public String fullName() {
        return fullName;
    }

    /** The message without any field. */
    public M defaultInstance() {
        return defaultInstance;
    }

    /** A builder without any field. */
    @SuppressWarnings("unchecked")
    public Message.Builder<M> builder() {
        return (Message.Builder<M>) defaultInstance.toBuilder();
    }

    /**
     * Reads a message in wire form.
     *
     * @throws MalformedMessageException if there is no such message
     */
    public M parseFrom(byte[] bytes) {
        return parseFrom(new WireReader(bytes));
    }

    /**
     * Reads a message in wire form.
     *
     * @throws MalformedMessageException if there is no such message, or it exceeds the limits
     */
    public M parseFrom(byte[] bytes, WireLimits limits) {
        return parseFrom(new WireReader(bytes, 0, bytes.length, limits));
    }

    /**
     * Reads a message in wire form from what remains of a buffer, which is read to its end.
     *
     * @throws MalformedMessageException if there is no such message
     */
    public M parseFrom(ByteBuffer buffer) {
        if (buffer.hasArray()) {
            int from = buffer.arrayOffset() + buffer.position();
            M message = parseFrom(new WireReader(buffer.array(), from, from + buffer.remaining(), WireLimits.DEFAULT));
            buffer.position(buffer.limit());
            return message;
        }
        byte[] bytes = new byte[buffer.remaining()];
        buffer.get(bytes);
        return parseFrom(bytes);
    }

    /**
     * Reads a message in wire form from a stream up to its end.
     *
     * @throws MalformedMessageException if there is no such message, or it exceeds the limits
     * @throws IOException if the stream cannot be read
     */
    public M parseFrom(InputStream in, WireLimits limits) throws IOException {
        byte[] bytes = in.readNBytes(limits.size());
        if (bytes.length == limits.size() && in.read() >= 0) {
            throw MalformedMessageException.inBytes(
                    "a message of more than " + limits.size() + " bytes", limits.size(), "");
        }
        return parseFrom(bytes, limits);
    }

    /** Reads a message to the end of {@code in}. */
    private M parseFrom(WireReader in) {
        Message.Builder<M> builder = builder();
        builder.mergeFrom(in);
        return complete(builder.buildPartial(), in);
    }

    /**
     * The message itself, if no required field is absent.
     *
     * @throws MalformedMessageException otherwise
     */
    public static <M extends Message> M complete(M message, WireReader in) {
        String missing = message.missing();
        if (missing != null) {
            throw in.malformed("required field " + missing + " is missing");
        }
        return message;
    }

    /**
     * Reads a message that is preceded by its length, and leaves the stream after it. Nothing where the stream has ended
     * before.
     *
     * @throws MalformedMessageException if there is no such message, or it exceeds the limits
     * @throws IOException if the stream cannot be read
     */
    public Optional<M> parseDelimitedFrom(InputStream in, WireLimits limits) throws IOException {
        long length = 0;
        for (int shift = 0; ; shift += 7) {
            int next = in.read();
            if (next < 0) {
                if (shift == 0) {
                    return Optional.empty();
                }
                throw MalformedMessageException.inBytes("truncated length", shift / 7, "");
            }
            length |= (long) (next & 0x7f) << shift;
            if (next < 0x80) {
                break;
            }
            if (shift >= 28) {
                throw MalformedMessageException.inBytes("a length of more than 5 bytes", shift / 7, "");
            }
        }
        if (length > limits.size()) {
            throw MalformedMessageException.inBytes("a message of more than " + limits.size() + " bytes", 0, "");
        }
        byte[] bytes = in.readNBytes((int) length);
        if (bytes.length < length) {
            throw MalformedMessageException.inBytes("truncated message", bytes.length, "");
        }
        return Optional.of(parseFrom(bytes, limits));
    }

    /**
     * Writes a message preceded by its length.
     *
     * @throws IOException if the stream cannot be written
     */
    public static void writeDelimited(Message message, OutputStream out) throws IOException {
        WireWriter writer = new WireWriter();
        int at = message.writeTo(writer, writer.end());
        writer.copyTo(out, writer.uint32(at, writer.size(at)));
    }

    /**
     * Reads a message in proto3 JSON.
     *
     * @throws MalformedMessageException if there is no such message
     */
    public M fromJson(String json, JsonOptions options) {
        JsonReader in = new JsonReader(json, options);
        Message.Builder<M> builder = builder();
        builder.mergeFrom(in);
        in.endDocument();
        return complete(builder.buildPartial(), in);
    }

    /**
     * The message itself, if no required field is absent.
     *
     * @throws MalformedMessageException otherwise
     */
    public static <M extends Message> M complete(M message, JsonReader in) {
        String missing = message.missing();
        if (missing != null) {
            throw in.malformed("required field " + missing + " is missing");
        }
        return message;
    }

    /** The name of the type. */
    @Override
    public String toString() {
        return fullName;
    }
}
