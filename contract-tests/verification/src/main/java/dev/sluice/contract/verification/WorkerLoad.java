package dev.sluice.contract.verification;

import dev.sluice.contract.http.HttpReply;
import dev.sluice.contract.http.HttpRequest;
import dev.sluice.contract.http.OnceClient;
import dev.sluice.contract.provider.Provider;
import dev.sluice.contract.sink.Sink;
import dev.sluice.protocol.capacity.v1.Capacity;
import dev.sluice.protocol.work.v1.Criticality;
import dev.sluice.protocol.work.v1.WorkItem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;

/** Fills a worker with items that the SINK holds, and empties it again. */
final class WorkerLoad implements AutoCloseable {
    private static final Duration LIMIT = Duration.ofSeconds(10);
    private static final Duration POLL = Duration.ofMillis(5);

    private final OnceClient http;
    private final WorkClient client;
    private final Sink sink = Sink.start(0);
    private int items;

    WorkerLoad(Provider provider) {
        this.http = new OnceClient(provider.base(), LIMIT);
        this.client = new WorkClient(provider.base());
    }

    /**
     * Takes every slot with items that the SINK holds.
     *
     * @throws IllegalStateException if the worker refuses an item before it is full
     */
    void fill() {
        settle();
        sink.shut();
        Capacity capacity = capacity();
        for (int i = 0; i < capacity.limit(); i++) {
            if (submit() instanceof WorkClient.Refused refused) {
                throw new IllegalStateException(
                        "item " + (i + 1) + " of " + capacity.limit() + " was refused: " + refused.problem());
            }
        }
    }

    private WorkClient.Outcome submit() {
        items++;
        WorkItem item = WorkItem.builder()
                .workId("fill-" + items)
                .tenant("pact")
                .kind("fill")
                .criticality(Criticality.CRITICALITY_CRITICAL)
                .deadlineMs(60_000)
                .attempt(1)
                .attributes(Map.of("sluice.downstream", sink.uri().toString()))
                .build();
        try {
            return client.submit(item);
        } catch (IOException e) {
            throw new IllegalStateException("item " + items + " cannot be submitted: " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted");
        }
    }

    /**
     * Lets every item end and waits until none is held.
     *
     * @throws IllegalStateException if some are still held after ten seconds
     */
    void settle() {
        sink.open();
        long end = System.nanoTime() + LIMIT.toNanos();
        while (capacity().used() > 0) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException(capacity().used() + " items are still held after " + LIMIT);
            }
            pause();
        }
    }

    private Capacity capacity() {
        HttpReply reply = http.send(HttpRequest.of("GET", "/v1/capacity"))
                .answer()
                .orElseThrow(() -> new IllegalStateException("GET /v1/capacity is not answered"));
        return Capacity.fromJson(new String(reply.body(), StandardCharsets.UTF_8));
    }

    private static void pause() {
        try {
            Thread.sleep(POLL.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted");
        }
    }

    @Override
    public void close() {
        sink.close();
    }
}
