package dev.sluice.runtime;

/**
 * A method of a service. Each kind is a class of its own, so that a switch over them is complete.
 *
 * @param <Q> the request
 * @param <S> the response
 */
public sealed interface Rpc<Q extends Message, S extends Message> {

    /** The full name of the service. */
    String service();

    /** The name of the method. */
    String name();

    /** The type of each request. */
    MessageType<Q> request();

    /** The type of each response. */
    MessageType<S> response();

    /** What gRPC calls the method by: {@code package.Service/Method}. */
    default String path() {
        return service() + "/" + name();
    }

    /** One request, one response. */
    record Unary<Q extends Message, S extends Message>(
            String service, String name, MessageType<Q> request, MessageType<S> response) implements Rpc<Q, S> {}

    /** A stream of requests, one response. */
    record ClientStreaming<Q extends Message, S extends Message>(
            String service, String name, MessageType<Q> request, MessageType<S> response) implements Rpc<Q, S> {}

    /** One request, a stream of responses. */
    record ServerStreaming<Q extends Message, S extends Message>(
            String service, String name, MessageType<Q> request, MessageType<S> response) implements Rpc<Q, S> {}

    /** Streams both ways. */
    record Bidirectional<Q extends Message, S extends Message>(
            String service, String name, MessageType<Q> request, MessageType<S> response) implements Rpc<Q, S> {}
}
