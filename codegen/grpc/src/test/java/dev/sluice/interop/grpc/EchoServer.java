package dev.sluice.interop.grpc;

import dev.sluice.runtime.Rpc;
import dev.sluice.runtime.wellknown.Int32Value;
import dev.sluice.runtime.wellknown.StringValue;
import io.grpc.MethodDescriptor;
import io.grpc.ServerServiceDefinition;
import io.grpc.stub.ServerCalls;
import io.grpc.stub.StreamObserver;
import java.util.function.Function;
import java.util.function.IntFunction;

/** Serves {@link EchoService}, whatever class its messages are of. */
record EchoServer<Q, S>(
        Function<Rpc<StringValue, Int32Value>, MethodDescriptor<Q, S>> methods,
        Function<Q, String> request,
        IntFunction<S> response) {

    ServerServiceDefinition service() {
        return ServerServiceDefinition.builder(EchoService.NAME)
                .addMethod(methods.apply(EchoService.LENGTH), ServerCalls.asyncUnaryCall(this::length))
                .addMethod(methods.apply(EchoService.TOTAL), ServerCalls.asyncClientStreamingCall(this::total))
                .addMethod(methods.apply(EchoService.LETTERS), ServerCalls.asyncServerStreamingCall(this::letters))
                .addMethod(methods.apply(EchoService.LENGTHS), ServerCalls.asyncBidiStreamingCall(this::lengths))
                .build();
    }

    private void length(Q message, StreamObserver<S> to) {
        to.onNext(response.apply(request.apply(message).length()));
        to.onCompleted();
    }

    private void letters(Q message, StreamObserver<S> to) {
        request.apply(message).chars().forEach(letter -> to.onNext(response.apply(letter)));
        to.onCompleted();
    }

    private StreamObserver<Q> total(StreamObserver<S> to) {
        return new Requests(to) {
            private int total;

            @Override
            public void onNext(Q message) {
                total += request.apply(message).length();
            }

            @Override
            public void onCompleted() {
                to.onNext(response.apply(total));
                to.onCompleted();
            }
        };
    }

    private StreamObserver<Q> lengths(StreamObserver<S> to) {
        return new Requests(to) {
            @Override
            public void onNext(Q message) {
                to.onNext(response.apply(request.apply(message).length()));
            }

            @Override
            public void onCompleted() {
                to.onCompleted();
            }
        };
    }

    private abstract class Requests implements StreamObserver<Q> {
        private final StreamObserver<S> to;

        Requests(StreamObserver<S> to) {
            this.to = to;
        }

        @Override
        public void onError(Throwable failure) {
            to.onError(failure);
        }
    }
}
