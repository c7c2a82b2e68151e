package dev.sluice.benchmark;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.Moshi;
import com.squareup.wire.ProtoAdapter;
import com.squareup.wire.WireJsonAdapterFactory;
import java.time.Duration;
import okio.ByteString;
import wire.bench.Capacity;
import wire.bench.Criticality;
import wire.bench.WorkItem;

/** Wire with Moshi. */
final class WireCodecs {
    private WireCodecs() {}

    static class Any<M> implements Codec {
        private final ProtoAdapter<M> adapter;
        private final JsonAdapter<M> json;

        Any(ProtoAdapter<M> adapter, Class<M> type) {
            this.adapter = adapter;
            this.json = new Moshi.Builder()
                    .add(new WireJsonAdapterFactory())
                    .build()
                    .adapter(type);
        }

        @Override
        public Object decode(byte[] bytes) throws Exception {
            return adapter.decode(bytes);
        }

        @Override
        @SuppressWarnings("unchecked")
        public byte[] encode(Object message) {
            return adapter.encode((M) message);
        }

        @Override
        public byte[] buildAndEncode() {
            throw Codec.unsupported();
        }

        @Override
        @SuppressWarnings("unchecked")
        public String toJson(Object message) {
            return json.toJson((M) message);
        }

        @Override
        public Object fromJson(String text) throws Exception {
            return json.fromJson(text);
        }
    }

    static final class WorkItems extends Any<WorkItem> {
        WorkItems() {
            super(WorkItem.ADAPTER, WorkItem.class);
        }

        @Override
        public byte[] buildAndEncode() {
            return WorkItem.ADAPTER.encode(new WorkItem.Builder()
                    .id(Sample.ID)
                    .kind(Sample.KIND)
                    .criticality(Criticality.CRITICALITY_CRITICAL)
                    .cost(Sample.COST)
                    .deadline(java.time.Instant.ofEpochSecond(Sample.SECONDS, Sample.NANOS))
                    .attempts(Sample.ATTEMPTS)
                    .attributes(Sample.ATTRIBUTES)
                    .tags(Sample.TAGS)
                    .inline(ByteString.of(Sample.INLINE))
                    .traceparent(Sample.TRACEPARENT)
                    .build());
        }
    }

    static final class Capacities extends Any<Capacity> {
        Capacities() {
            super(Capacity.ADAPTER, Capacity.class);
        }

        @Override
        public byte[] buildAndEncode() {
            return Capacity.ADAPTER.encode(new Capacity.Builder()
                    .credits(64)
                    .in_flight(48)
                    .queued(7)
                    .queue_limit(256)
                    .accepted(123_456L)
                    .refused(789L)
                    .completed(122_000L)
                    .failed(12L)
                    .workers(16)
                    .epoch(3)
                    .sequence(987_654L)
                    .draining(true)
                    .retry_after(Duration.ofMillis(150))
                    .window(Duration.ofSeconds(10))
                    .utilization(Sample.UTILIZATION)
                    .rate(Sample.RATE)
                    .build());
        }
    }
}
