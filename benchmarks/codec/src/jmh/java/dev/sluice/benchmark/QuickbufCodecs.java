package dev.sluice.benchmark;

import quickbuf.bench.Capacity;
import quickbuf.bench.Criticality;
import quickbuf.bench.WorkItem;
import us.hebi.quickbuf.MessageFactory;
import us.hebi.quickbuf.ProtoMessage;

/** QuickBuffers, a new object for each message; its JSON is another mapping and left out. */
final class QuickbufCodecs {
    private QuickbufCodecs() {}

    static class Any<M extends ProtoMessage<M>> implements Codec {
        private final MessageFactory<M> factory;

        Any(MessageFactory<M> factory) {
            this.factory = factory;
        }

        @Override
        public Object decode(byte[] bytes) throws Exception {
            return ProtoMessage.mergeFrom(factory.create(), bytes);
        }

        @Override
        public byte[] encode(Object message) {
            return ((ProtoMessage<?>) message).toByteArray();
        }

        @Override
        public byte[] buildAndEncode() {
            throw Codec.unsupported();
        }

        @Override
        public String toJson(Object message) {
            throw Codec.unsupported();
        }

        @Override
        public Object fromJson(String json) {
            throw Codec.unsupported();
        }
    }

    static final class WorkItems extends Any<WorkItem> {
        WorkItems() {
            super(WorkItem.getFactory());
        }

        @Override
        public byte[] buildAndEncode() {
            WorkItem item = WorkItem.newInstance()
                    .setId(Sample.ID)
                    .setKind(Sample.KIND)
                    .setCriticality(Criticality.CRITICALITY_CRITICAL)
                    .setCost(Sample.COST)
                    .setAttempts(Sample.ATTEMPTS)
                    .setTraceparent(Sample.TRACEPARENT);
            item.getMutableDeadline().setSeconds(Sample.SECONDS).setNanos(Sample.NANOS);
            Sample.ATTRIBUTES.forEach(
                    (key, value) -> item.getMutableAttributes().next().setKey(key).setValue(value));
            Sample.TAGS.forEach(item::addTags);
            item.getMutableInline().copyFrom(Sample.INLINE);
            return item.toByteArray();
        }
    }

    static final class Capacities extends Any<Capacity> {
        Capacities() {
            super(Capacity.getFactory());
        }

        @Override
        public byte[] buildAndEncode() {
            Capacity capacity = Capacity.newInstance()
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
                    .setUtilization(Sample.UTILIZATION)
                    .setRate(Sample.RATE);
            capacity.getMutableRetryAfter().setNanos(150_000_000);
            capacity.getMutableWindow().setSeconds(10);
            return capacity.toByteArray();
        }
    }
}
