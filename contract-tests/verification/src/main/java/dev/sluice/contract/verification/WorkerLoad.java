package dev.sluice.contract.verification;

import dev.sluice.contract.http.HttpReply;
import dev.sluice.contract.http.HttpRequest;
import dev.sluice.contract.http.OnceClient;
import dev.sluice.contract.sink.Sink;
import dev.sluice.protocol.capacity.v1.Capacity;
import dev.sluice.protocol.capacity.v1.CapacityLevel;
import dev.sluice.protocol.policy.v1.BackpressurePolicy;
import dev.sluice.protocol.work.v1.WorkItem;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.function.BooleanSupplier;

/** Gives a worker items that the SINK holds, and lets them end again. */
final class WorkerLoad implements AutoCloseable {
    private static final Duration LIMIT = Duration.ofSeconds(10);
    private static final Duration POLL = Duration.ofMillis(5);

    private final OnceClient http;
    private final WorkClient client;
    private final OperatorClient operator;
    private final Sink sink = Sink.start(0);
    private int items;

    WorkerLoad(URI provider) {
        this.http = new OnceClient(provider, LIMIT);
        this.client = new WorkClient(provider);
        this.operator = new OperatorClient(provider);
    }

    /**
     * Takes every slot with items that the SINK holds.
     *
     * @throws IllegalStateException if the worker refuses an item before it is full
     */
    void fill() {
        settle();
        takeSlots(capacity().limit());
    }

    /** Has one item run, held by the SINK. */
    void hold(String workId) {
        sink.shut();
        submit(heldItem(workId + "-" + next()));
    }

    /** Has an item accepted, with the content that our contracts submit. */
    void accepted(String workId) {
        submit(Items.item(workId).build());
    }

    /** Has every worker busy and an item wait behind them. */
    void queue(String workId) {
        settle();
        takeSlots(capacity().concurrencyLimit());
        submit(heldItem(workId));
    }

    private void takeSlots(int count) {
        sink.shut();
        for (int i = 0; i < count; i++) {
            submit(heldItem("fill-" + next()));
        }
    }

    private int next() {
        items++;
        return items;
    }

    private WorkItem heldItem(String workId) {
        return Items.item(workId)
                .deadlineMs(60_000)
                .attributes(Map.of("sluice.downstream", sink.uri().toString()))
                .build();
    }

    private void submit(WorkItem item) {
        WorkClient.Outcome outcome = answer("submit " + item.workId(), () -> client.submit(item));
        if (outcome instanceof WorkClient.Refused refused) {
            throw new IllegalStateException("item " + item.workId() + " was refused: " + refused.problem());
        }
    }

    /** Lets every item end, and does not wait. */
    void open() {
        sink.open();
    }

    /**
     * Lets every item end and waits until none is held.
     *
     * @throws IllegalStateException if some are still held after ten seconds
     */
    void settle() {
        sink.open();
        await("items are still held", () -> capacity().used() == 0);
    }

    /** Waits until the worker says that it shuts down. */
    void awaitDraining() {
        await("the worker does not drain", () -> capacity().level() == CapacityLevel.CAPACITY_LEVEL_DRAINING);
    }

    /** The policy in force. */
    BackpressurePolicy policy() {
        return value("read the policy", operator::policy);
    }

    /** Puts a policy in force. */
    void put(BackpressurePolicy policy) {
        value("change the policy", () -> operator.update(policy));
    }

    /** Whether the worker can keep a policy; the one in force stays so. */
    boolean takes(BackpressurePolicy policy) {
        BackpressurePolicy inForce = policy();
        OperatorClient.Reply<BackpressurePolicy> reply = answer("try a policy", () -> operator.update(policy));
        put(inForce);
        return reply instanceof OperatorClient.Answered<BackpressurePolicy>;
    }

    /** The capacity document, as the worker wrote it. */
    String capacityDocument() {
        HttpReply reply = http.send(HttpRequest.of("GET", "/v1/capacity"))
                .answer()
                .orElseThrow(() -> new IllegalStateException("GET /v1/capacity is not answered"));
        return new String(reply.body(), StandardCharsets.UTF_8);
    }

    private Capacity capacity() {
        return Capacity.fromJson(capacityDocument());
    }

    private interface Call<T> {
        T call() throws IOException, InterruptedException;
    }

    private static <T> T value(String what, Call<OperatorClient.Reply<T>> call) {
        OperatorClient.Reply<T> reply = answer(what, call);
        if (reply instanceof OperatorClient.Refused<T> refused) {
            throw new IllegalStateException("cannot " + what + ": " + refused.problem());
        }
        return ((OperatorClient.Answered<T>) reply).value();
    }

    private static <T> T answer(String what, Call<T> call) {
        try {
            return call.call();
        } catch (IOException e) {
            throw new IllegalStateException("cannot " + what + ": " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted");
        }
    }

    private static void await(String otherwise, BooleanSupplier condition) {
        long end = System.nanoTime() + LIMIT.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException(otherwise + " after " + LIMIT);
            }
            answer("wait", () -> {
                Thread.sleep(POLL.toMillis());
                return true;
            });
        }
    }

    @Override
    public void close() {
        sink.close();
    }
}
