package dev.sluice.benchmark;

import dev.sluice.runtime.Bytes;
import dev.sluice.runtime.JsonOptions;
import dev.sluice.runtime.Message;
import dev.sluice.runtime.MessageType;
import java.time.Duration;
import java.time.Instant;
import sluice.bench.Capacity;
import sluice.bench.Criticality;
import sluice.bench.WorkItem;

/** Bindings of Sluice. */
final class SluiceCodecs {
    private SluiceCodecs() {}

    static class Any<M extends Message> implements Codec {
        private final MessageType<M> type;

        Any(MessageType<M> type) {
            this.type = type;
        }

        @Override
        public Object decode(byte[] bytes) {
            return type.parseFrom(bytes);
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
        public String toJson(Object message) {
            return ((Message) message).toJson();
        }

        @Override
        public Object fromJson(String json) {
            return type.fromJson(json, JsonOptions.STANDARD);
        }
    }

    static final class WorkItems extends Any<WorkItem> {
        WorkItems() {
            super(WorkItem.TYPE);
        }

        @Override
        public Object decode(byte[] bytes) {
            return WorkItem.parseFrom(bytes);
        }

        @Override
        public byte[] buildAndEncode() {
            return WorkItem.builder()
                    .id(Sample.ID)
                    .kind(Sample.KIND)
                    .criticality(Criticality.CRITICALITY_CRITICAL)
                    .cost(Sample.COST)
                    .deadline(Instant.ofEpochSecond(Sample.SECONDS, Sample.NANOS))
                    .attempts(Sample.ATTEMPTS)
                    .attributes(Sample.ATTRIBUTES)
                    .tags(Sample.TAGS)
                    .inline(Bytes.copyOf(Sample.INLINE))
                    .traceparent(Sample.TRACEPARENT)
                    .build()
                    .toByteArray();
        }
    }

    static final class Capacities extends Any<Capacity> {
        Capacities() {
            super(Capacity.TYPE);
        }

        @Override
        public Object decode(byte[] bytes) {
            return Capacity.parseFrom(bytes);
        }

        @Override
        public byte[] buildAndEncode() {
            return Capacity.builder()
                    .credits(64)
                    .inFlight(48)
                    .queued(7)
                    .queueLimit(256)
                    .accepted(123_456)
                    .refused(789)
                    .completed(122_000)
                    .failed(12)
                    .workers(16)
                    .epoch(3)
                    .sequence(987_654)
                    .draining(true)
                    .retryAfter(Duration.ofMillis(150))
                    .window(Duration.ofSeconds(10))
                    .utilization(Sample.UTILIZATION)
                    .rate(Sample.RATE)
                    .build()
                    .toByteArray();
        }
    }
}
