package dev.sluice.interop.grpc;

import dev.sluice.runtime.MalformedMessageException;
import dev.sluice.runtime.Message;
import dev.sluice.runtime.MessageType;
import dev.sluice.runtime.WireLimits;
import io.grpc.KnownLength;
import io.grpc.MethodDescriptor;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import java.io.IOException;
import java.io.InputStream;

/**
 * Reads and writes messages of one type for grpc-java. Where both sides are in one process and use it, messages are handed
 * over as they are, since they are immutable. Immutable, safe for several threads.
 */
public final class MessageMarshaller<M extends Message> implements MethodDescriptor.PrototypeMarshaller<M> {
    private final MessageType<M> type;
    private final WireLimits limits;

    private MessageMarshaller(MessageType<M> type, WireLimits limits) {
        this.type = type;
        this.limits = limits;
    }

    /** A marshaller with {@linkplain WireLimits#DEFAULT usual limits}; channels and servers have a limit of size of their own. */
    public static <M extends Message> MessageMarshaller<M> of(MessageType<M> type) {
        return of(type, WireLimits.DEFAULT);
    }

    /** A marshaller that refuses what exceeds the limits. */
    public static <M extends Message> MessageMarshaller<M> of(MessageType<M> type, WireLimits limits) {
        return new MessageMarshaller<>(type, limits);
    }

    @Override
    public InputStream stream(M message) {
        return new MessageStream(message);
    }

    /**
     * Reads a message to the end of the stream.
     *
     * @throws StatusRuntimeException with INTERNAL if there is no such message or the stream cannot be read, with
     *     RESOURCE_EXHAUSTED if it is longer than the limit
     */
    @Override
    public M parse(InputStream stream) {
        if (stream instanceof MessageStream own && getMessageClass().isInstance(own.untouched())) {
            return getMessageClass().cast(own.untouched());
        }
        try {
            return type.parseFrom(read(stream), limits);
        } catch (MalformedMessageException e) {
            throw Status.INTERNAL
                    .withDescription("not a " + type.fullName() + ": " + e.getMessage())
                    .withCause(e)
                    .asRuntimeException();
        } catch (IOException e) {
            throw Status.INTERNAL
                    .withDescription("a " + type.fullName() + " cannot be read: " + e.getMessage())
                    .withCause(e)
                    .asRuntimeException();
        }
    }

    private byte[] read(InputStream stream) throws IOException {
        int known = stream instanceof KnownLength ? stream.available() : 0;
        if (known > limits.size()) {
            throw tooLong();
        }
        byte[] bytes = stream.readNBytes(known > 0 ? known : limits.size());
        boolean more = stream.read() >= 0;
        if (more && bytes.length == limits.size()) {
            throw tooLong();
        }
        if (known > 0 && (more || bytes.length < known)) {
            throw new IOException("not the " + known + " bytes that the stream said it has");
        }
        return bytes;
    }

    private StatusRuntimeException tooLong() {
        return Status.RESOURCE_EXHAUSTED
                .withDescription("a " + type.fullName() + " of more than " + limits.size() + " bytes")
                .asRuntimeException();
    }

    @Override
    @SuppressWarnings("unchecked")
    public Class<M> getMessageClass() {
        return (Class<M>) type.defaultInstance().getClass();
    }

    /** The message without any field. */
    @Override
    public M getMessagePrototype() {
        return type.defaultInstance();
    }
}
