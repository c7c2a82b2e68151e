package dev.sluice.interop.grpc;

import dev.sluice.runtime.Rpc;
import dev.sluice.runtime.wellknown.Int32Value;
import dev.sluice.runtime.wellknown.StringValue;
import io.grpc.MethodDescriptor;
import io.grpc.protobuf.ProtoUtils;

/** A service with a method of each kind, as a generated description has them, and as code made by protoc does. */
final class EchoService {
    static final String NAME = "test.v1.Echo";
    static final Rpc.Unary<StringValue, Int32Value> LENGTH =
            new Rpc.Unary<>(NAME, "Length", StringValue.TYPE, Int32Value.TYPE);
    static final Rpc.ClientStreaming<StringValue, Int32Value> TOTAL =
            new Rpc.ClientStreaming<>(NAME, "Total", StringValue.TYPE, Int32Value.TYPE);
    static final Rpc.ServerStreaming<StringValue, Int32Value> LETTERS =
            new Rpc.ServerStreaming<>(NAME, "Letters", StringValue.TYPE, Int32Value.TYPE);
    static final Rpc.Bidirectional<StringValue, Int32Value> LENGTHS =
            new Rpc.Bidirectional<>(NAME, "Lengths", StringValue.TYPE, Int32Value.TYPE);

    private EchoService() {}

    /** A method whose messages are protobuf-java's. */
    static MethodDescriptor<com.google.protobuf.StringValue, com.google.protobuf.Int32Value> ofProtoc(
            Rpc<StringValue, Int32Value> rpc) {
        return MethodDescriptor.<com.google.protobuf.StringValue, com.google.protobuf.Int32Value>newBuilder()
                .setType(GrpcMethods.of(rpc).getType())
                .setFullMethodName(rpc.path())
                .setRequestMarshaller(ProtoUtils.marshaller(com.google.protobuf.StringValue.getDefaultInstance()))
                .setResponseMarshaller(ProtoUtils.marshaller(com.google.protobuf.Int32Value.getDefaultInstance()))
                .build();
    }
}
