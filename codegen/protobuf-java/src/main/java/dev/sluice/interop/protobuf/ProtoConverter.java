package dev.sluice.interop.protobuf;

import com.google.protobuf.CodedInputStream;
import com.google.protobuf.ExtensionRegistryLite;
import com.google.protobuf.InvalidProtocolBufferException;
import dev.sluice.runtime.Message;
import dev.sluice.runtime.MessageType;
import dev.sluice.runtime.WireLimits;
import dev.sluice.runtime.WireReader;

/**
 * Converts messages of one type between generated bindings and protobuf-java, whose class may be a generated one or
 * {@code DynamicMessage}. Each message goes through its wire form, so that all it holds arrives: unknown fields, extensions,
 * enum numbers without a name, even that a required field is absent. Only the order among unknown fields is not kept by
 * protobuf-java, which sorts them by number. Immutable, safe for several threads.
 *
 * @param <M> the message in generated bindings
 * @param <P> the message in protobuf-java
 */
public final class ProtoConverter<M extends Message, P extends com.google.protobuf.Message> {
    /** What is in memory already may nest deeper than what is read from outside; the stack gives out before this. */
    private static final int DEPTH = 1_000;

    private static final WireLimits LIMITS = new WireLimits(WireLimits.DEFAULT.size(), DEPTH);

    private final MessageType<M> type;
    private final P prototype;
    private final ExtensionRegistryLite extensions;

    private ProtoConverter(MessageType<M> type, P prototype, ExtensionRegistryLite extensions) {
        this.type = type;
        this.prototype = prototype;
        this.extensions = extensions;
    }

    /**
     * A converter that knows no extensions: what it makes for protobuf-java has them among the unknown fields.
     *
     * @param type the type in generated bindings, such as {@code Order.TYPE}
     * @param prototype any message of the type in protobuf-java, such as {@code OrderProto.Order.getDefaultInstance()}
     * @throws IllegalArgumentException if the two are of types with different full names
     */
    public static <M extends Message, P extends com.google.protobuf.Message> ProtoConverter<M, P> of(
            MessageType<M> type, P prototype) {
        ProtoConverter<M, P> converter =
                new ProtoConverter<>(type, prototype, ExtensionRegistryLite.getEmptyRegistry());
        converter.check(prototype);
        return converter;
    }

    /** The same converter, with extensions that protobuf-java is to find in the messages made for it. */
    public ProtoConverter<M, P> with(ExtensionRegistryLite registry) {
        return new ProtoConverter<>(type, prototype, registry);
    }

    /**
     * The message in generated bindings.
     *
     * @throws IllegalArgumentException if the message is of another type, which only a {@code DynamicMessage} can be
     * @throws dev.sluice.runtime.MalformedMessageException if the message breaks the bindings' schema, which is a newer or older
     *     one then: a string there that is bytes here and not UTF-8, for example
     */
    public M fromProto(P message) {
        check(message);
        byte[] bytes = message.toByteArray();
        Message.Builder<M> builder = type.builder();
        builder.mergeFrom(new WireReader(bytes, 0, bytes.length, LIMITS));
        return builder.buildPartial();
    }

    /**
     * The message in protobuf-java.
     *
     * @throws IllegalArgumentException if the message breaks protobuf-java's schema, which is a newer or older one then
     */
    @SuppressWarnings("unchecked")
    public P toProto(M message) {
        CodedInputStream in = CodedInputStream.newInstance(message.toByteArray());
        in.setRecursionLimit(DEPTH);
        try {
            return (P) prototype.getParserForType().parsePartialFrom(in, extensions);
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalArgumentException(
                    "this " + type.fullName() + " is malformed for the schema that protobuf-java has: "
                            + e.getMessage(),
                    e);
        }
    }

    private void check(P message) {
        String name = message.getDescriptorForType().getFullName();
        if (!name.equals(type.fullName())) {
            throw new IllegalArgumentException("a " + name + " is no " + type.fullName());
        }
    }
}
