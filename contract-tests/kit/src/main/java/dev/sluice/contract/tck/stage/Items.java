package dev.sluice.contract.tck.stage;

import dev.sluice.contract.json.Json;
import java.net.URI;
import java.util.Base64;
import java.util.Random;

/** Makes valid work items that call the sink; ids are unique by their prefix, contents follow from the seed. */
public final class Items {
    private final String prefix;
    private final URI sink;
    private final long deadlineMs;
    private final Random random;
    private int count;

    /**
     * Items of one rule in one run.
     *
     * @param prefix the beginning of every work id
     * @param sink what the items call
     * @param deadlineMs their deadline, in milliseconds
     * @param seed where their contents follow from
     */
    public Items(String prefix, URI sink, long deadlineMs, long seed) {
        this.prefix = prefix;
        this.sink = sink;
        this.deadlineMs = deadlineMs;
        this.random = new Random(seed);
    }

    Item next() {
        byte[] payload = new byte[random.nextInt(64)];
        random.nextBytes(payload);
        return new Item(Json.object()
                .with("workId", Json.of(prefix + "-" + ++count))
                .with("tenant", Json.of("tenant-" + random.nextInt(3)))
                .with("kind", Json.of("contract"))
                .with("criticality", Json.of("CRITICALITY_CRITICAL"))
                .with("deadlineMs", Json.of(Long.toString(deadlineMs)))
                .with("attempt", Json.of(1))
                .with("payload", Json.of(Base64.getEncoder().encodeToString(payload)))
                .with("attributes", Json.object().with("sluice.downstream", Json.of(sink.toString()))));
    }
}
