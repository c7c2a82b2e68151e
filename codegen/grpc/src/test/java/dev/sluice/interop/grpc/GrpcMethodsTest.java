package dev.sluice.interop.grpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.sluice.runtime.wellknown.Int32Value;
import dev.sluice.runtime.wellknown.StringValue;
import io.grpc.ManagedChannel;
import io.grpc.MethodDescriptor;
import io.grpc.Server;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class GrpcMethodsTest {
    /** Of what a server does with a malformed request, which it logs as a fault of its own. */
    private static final Logger SERVER_LOG = Logger.getLogger("io.grpc.internal.SerializingExecutor");

    private static final EchoServer<StringValue, Int32Value> OUR_SERVER = new EchoServer<>(
            GrpcMethods::of,
            StringValue::value,
            number -> Int32Value.builder().value(number).build());
    private static final EchoClient<StringValue, Int32Value> OUR_CLIENT = new EchoClient<>(
            GrpcMethods::of, text -> StringValue.builder().value(text).build(), Int32Value::value);
    private static final EchoServer<com.google.protobuf.StringValue, com.google.protobuf.Int32Value> THEIR_SERVER =
            new EchoServer<>(
                    EchoService::ofProtoc,
                    com.google.protobuf.StringValue::getValue,
                    com.google.protobuf.Int32Value::of);
    private static final EchoClient<com.google.protobuf.StringValue, com.google.protobuf.Int32Value> THEIR_CLIENT =
            new EchoClient<>(
                    EchoService::ofProtoc,
                    com.google.protobuf.StringValue::of,
                    com.google.protobuf.Int32Value::getValue);

    @BeforeAll
    static void beQuiet() {
        SERVER_LOG.setLevel(Level.OFF);
    }

    static Stream<Arguments> pairs() {
        return Stream.of(Transport.values())
                .flatMap(transport -> Stream.of(
                        Arguments.of(transport, OUR_SERVER, OUR_CLIENT),
                        Arguments.of(transport, OUR_SERVER, THEIR_CLIENT),
                        Arguments.of(transport, THEIR_SERVER, OUR_CLIENT)));
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void methodsOfEveryKindAreCalled(Transport transport, EchoServer<?, ?> server, EchoClient<?, ?> client)
            throws IOException, InterruptedException {
        String large = "x".repeat(1_000_000);
        serving(transport, server, channel -> {
            assertThat(client.length(channel, "")).isZero();
            assertThat(client.length(channel, "four")).isEqualTo(4);
            assertThat(client.length(channel, large)).isEqualTo(1_000_000);
            assertThat(client.letters(channel, "abc")).isEqualTo(List.of(97, 98, 99));
            assertThat(client.total(channel, "a", "", "bc")).isEqualTo(List.of(3));
            assertThat(client.lengths(channel, "a", "", "bc")).isEqualTo(List.of(1, 0, 2));
        });
    }

    @ParameterizedTest
    @EnumSource(Transport.class)
    void aMalformedRequestFailsTheCallAsWithClassesThatProtocMadeAndNotTheServer(Transport transport)
            throws IOException, InterruptedException {
        EchoClient<byte[], Int32Value> client = new EchoClient<>(
                rpc -> GrpcMethods.of(rpc).toBuilder(RawMarshaller.RAW, MessageMarshaller.of(Int32Value.TYPE))
                        .build(),
                text -> new byte[] {10, 5, 'x'},
                Int32Value::value);
        List<String> failures = new ArrayList<>();
        for (EchoServer<?, ?> server : List.of(OUR_SERVER, THEIR_SERVER)) {
            serving(transport, server, channel -> {
                failures.add(failure(() -> client.length(channel, "")).getMessage());
                assertThat(OUR_CLIENT.length(channel, "four")).isEqualTo(4);
            });
        }
        assertThat(failures.get(0)).isEqualTo(failures.get(1));
    }

    @ParameterizedTest
    @EnumSource(Transport.class)
    void aMalformedResponseFailsTheCallAsWithClassesThatProtocMade(Transport transport)
            throws IOException, InterruptedException {
        EchoServer<StringValue, byte[]> server = new EchoServer<>(
                rpc -> GrpcMethods.of(rpc).toBuilder(MessageMarshaller.of(StringValue.TYPE), RawMarshaller.RAW)
                        .build(),
                StringValue::value,
                number -> new byte[] {8, -1});
        serving(transport, server, channel -> {
            StatusRuntimeException ours = failure(() -> OUR_CLIENT.length(channel, ""));
            StatusRuntimeException theirs = failure(() -> THEIR_CLIENT.length(channel, ""));

            assertThat(ours).hasMessage(theirs.getMessage());
            assertThat(Status.fromThrowable(ours.getCause()).getCode())
                    .isEqualTo(Status.fromThrowable(theirs.getCause()).getCode())
                    .isEqualTo(Status.Code.INTERNAL);
            assertThat(ours.getCause())
                    .hasMessage("INTERNAL: not a google.protobuf.Int32Value: truncated message at byte 2, in 1");
        });
    }

    private static StatusRuntimeException failure(ThrowingCallable call) {
        return catchThrowableOfType(StatusRuntimeException.class, call);
    }

    @Test
    void theDescriptionOfAMethodIsTheGeneratedOne() {
        MethodDescriptor<StringValue, Int32Value> length = GrpcMethods.of(EchoService.LENGTH);
        assertThat(length.getFullMethodName()).isEqualTo("test.v1.Echo/Length");
        assertThat(length.getServiceName()).isEqualTo(EchoService.NAME);
        assertThat(Stream.of(EchoService.LENGTH, EchoService.TOTAL, EchoService.LETTERS, EchoService.LENGTHS)
                        .map(rpc -> GrpcMethods.of(rpc).getType()))
                .isEqualTo(List.of(
                        MethodDescriptor.MethodType.UNARY,
                        MethodDescriptor.MethodType.CLIENT_STREAMING,
                        MethodDescriptor.MethodType.SERVER_STREAMING,
                        MethodDescriptor.MethodType.BIDI_STREAMING));
    }

    private static void serving(Transport transport, EchoServer<?, ?> echo, Consumer<ManagedChannel> calls)
            throws IOException, InterruptedException {
        Server server = transport.serve(echo.service());
        ManagedChannel channel = transport.connect(server);
        try {
            calls.accept(channel);
        } finally {
            channel.shutdownNow();
            server.shutdownNow().awaitTermination();
        }
    }
}
