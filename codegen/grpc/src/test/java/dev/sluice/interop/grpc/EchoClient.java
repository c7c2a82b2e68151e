package dev.sluice.interop.grpc;

import dev.sluice.runtime.Rpc;
import dev.sluice.runtime.wellknown.Int32Value;
import dev.sluice.runtime.wellknown.StringValue;
import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.MethodDescriptor;
import io.grpc.stub.ClientCalls;
import io.grpc.stub.StreamObserver;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;

/** Calls {@link EchoService}, whatever class its messages are of. */
record EchoClient<Q, S>(
        Function<Rpc<StringValue, Int32Value>, MethodDescriptor<Q, S>> methods,
        Function<String, Q> request,
        ToIntFunction<S> response) {

    int length(Channel channel, String text) {
        return response.applyAsInt(ClientCalls.blockingUnaryCall(
                channel, methods.apply(EchoService.LENGTH), CallOptions.DEFAULT, request.apply(text)));
    }

    List<Integer> letters(Channel channel, String text) {
        List<Integer> letters = new ArrayList<>();
        ClientCalls.blockingServerStreamingCall(
                        channel, methods.apply(EchoService.LETTERS), CallOptions.DEFAULT, request.apply(text))
                .forEachRemaining(letter -> letters.add(response.applyAsInt(letter)));
        return letters;
    }

    List<Integer> total(Channel channel, String... texts) {
        Responses responses = new Responses();
        send(
                ClientCalls.asyncClientStreamingCall(
                        channel.newCall(methods.apply(EchoService.TOTAL), CallOptions.DEFAULT), responses),
                texts);
        return responses.all.join();
    }

    List<Integer> lengths(Channel channel, String... texts) {
        Responses responses = new Responses();
        send(
                ClientCalls.asyncBidiStreamingCall(
                        channel.newCall(methods.apply(EchoService.LENGTHS), CallOptions.DEFAULT), responses),
                texts);
        return responses.all.join();
    }

    private void send(StreamObserver<Q> to, String... texts) {
        Stream.of(texts).map(request).forEach(to::onNext);
        to.onCompleted();
    }

    private final class Responses implements StreamObserver<S> {
        private final List<Integer> received = new ArrayList<>();
        private final CompletableFuture<List<Integer>> all = new CompletableFuture<>();

        @Override
        public void onNext(S message) {
            received.add(response.applyAsInt(message));
        }

        @Override
        public void onError(Throwable failure) {
            all.completeExceptionally(failure);
        }

        @Override
        public void onCompleted() {
            all.complete(received);
        }
    }
}
