package dev.sluice.benchmark;

import com.google.protobuf.ByteString;
import com.google.protobuf.Duration;
import com.google.protobuf.Message;
import com.google.protobuf.Timestamp;
import com.google.protobuf.util.JsonFormat;
import protobuf.bench.Capacity;
import protobuf.bench.Criticality;
import protobuf.bench.WorkItem;

/** protobuf-java with JsonFormat. */
final class ProtobufCodecs {
    private static final JsonFormat.Printer PRINTER = JsonFormat.printer().omittingInsignificantWhitespace();
    private static final JsonFormat.Parser PARSER = JsonFormat.parser();

    private ProtobufCodecs() {}

    static class Any implements Codec {
        private final Message type;

        Any(Message type) {
            this.type = type;
        }

        @Override
        public Object decode(byte[] bytes) throws Exception {
            return type.getParserForType().parseFrom(bytes);
        }

        @Override
        public byte[] encode(Object message) {
            return ((Message) message).toByteArray();
        }

        @Override
        public byte[] buildAndEncode() {
            throw Codec.unsupported();
        }

        @Override
        public String toJson(Object message) throws Exception {
            return PRINTER.print((Message) message);
        }

        @Override
        public Object fromJson(String json) throws Exception {
            Message.Builder builder = type.newBuilderForType();
            PARSER.merge(json, builder);
            return builder.build();
        }
    }

    static final class WorkItems extends Any {
        WorkItems() {
            super(WorkItem.getDefaultInstance());
        }

        @Override
        public Object decode(byte[] bytes) throws Exception {
            return WorkItem.parseFrom(bytes);
        }

        @Override
        public byte[] buildAndEncode() {
            return WorkItem.newBuilder()
                    .setId(Sample.ID)
                    .setKind(Sample.KIND)
                    .setCriticality(Criticality.CRITICALITY_CRITICAL)
                    .setCost(Sample.COST)
                    .setDeadline(Timestamp.newBuilder().setSeconds(Sample.SECONDS).setNanos(Sample.NANOS))
                    .setAttempts(Sample.ATTEMPTS)
                    .putAllAttributes(Sample.ATTRIBUTES)
                    .addAllTags(Sample.TAGS)
                    .setInline(ByteString.copyFrom(Sample.INLINE))
                    .setTraceparent(Sample.TRACEPARENT)
                    .build()
                    .toByteArray();
        }
    }

    static final class Capacities extends Any {
        Capacities() {
            super(Capacity.getDefaultInstance());
        }

        @Override
        public Object decode(byte[] bytes) throws Exception {
            return Capacity.parseFrom(bytes);
        }

        @Override
        public byte[] buildAndEncode() {
            return Capacity.newBuilder()
                    .setCredits(64)
                    .setInFlight(48)
                    .setQueued(7)
                    .setQueueLimit(256)
                    .setAccepted(123_456)
                    .setRefused(789)
                    .setCompleted(122_000)
                    .setFailed(12)
                    .setWorkers(16)
                    .setEpoch(3)
                    .setSequence(987_654)
                    .setDraining(true)
                    .setRetryAfter(Duration.newBuilder().setNanos(150_000_000))
                    .setWindow(Duration.newBuilder().setSeconds(10))
                    .setUtilization(Sample.UTILIZATION)
                    .setRate(Sample.RATE)
                    .build()
                    .toByteArray();
        }
    }
}
