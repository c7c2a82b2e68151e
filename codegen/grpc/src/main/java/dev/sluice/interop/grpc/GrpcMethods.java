package dev.sluice.interop.grpc;

import dev.sluice.runtime.Message;
import dev.sluice.runtime.Rpc;
import dev.sluice.runtime.WireLimits;
import io.grpc.MethodDescriptor;

/**
 * grpc-java's descriptions of methods, made from the generated ones. With them, {@code ClientCalls} of grpc-java call a
 * method, and {@code ServerCalls} and a {@code ServerServiceDefinition} serve it.
 */
public final class GrpcMethods {
    private GrpcMethods() {}

    /** A method, such as {@code OrdersRpcs.GET_ORDER}, whose messages have {@linkplain WireLimits#DEFAULT usual limits}. */
    public static <Q extends Message, S extends Message> MethodDescriptor<Q, S> of(Rpc<Q, S> rpc) {
        return of(rpc, WireLimits.DEFAULT);
    }

    /** A method whose messages are refused where they exceed the limits. */
    public static <Q extends Message, S extends Message> MethodDescriptor<Q, S> of(Rpc<Q, S> rpc, WireLimits limits) {
        return MethodDescriptor.<Q, S>newBuilder()
                .setType(type(rpc))
                .setFullMethodName(rpc.path())
                .setRequestMarshaller(MessageMarshaller.of(rpc.request(), limits))
                .setResponseMarshaller(MessageMarshaller.of(rpc.response(), limits))
                .setSampledToLocalTracing(true)
                .build();
    }

    private static MethodDescriptor.MethodType type(Rpc<?, ?> rpc) {
        if (rpc instanceof Rpc.Unary<?, ?>) {
            return MethodDescriptor.MethodType.UNARY;
        }
        if (rpc instanceof Rpc.ClientStreaming<?, ?>) {
            return MethodDescriptor.MethodType.CLIENT_STREAMING;
        }
        return rpc instanceof Rpc.ServerStreaming<?, ?>
                ? MethodDescriptor.MethodType.SERVER_STREAMING
                : MethodDescriptor.MethodType.BIDI_STREAMING;
    }
}
