package dev.sluice.contract.tck.rules.clients;

import dev.sluice.contract.http.Headers;
import dev.sluice.contract.http.HttpReply;
import dev.sluice.contract.http.HttpRequest;
import dev.sluice.contract.http.LoopbackServer;
import dev.sluice.contract.json.Json;
import dev.sluice.contract.json.JsonReader;
import dev.sluice.contract.json.JsonSyntaxException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.function.LongSupplier;

/** The provider that the kit plays: answers as its part says and keeps what arrived. */
final class PlayedProvider implements AutoCloseable {
    private final LoopbackServer server;
    private final Part part;
    private final LongSupplier nanoClock;
    private final Object lock = new Object();
    private final List<Arrival> arrivals = new ArrayList<>();
    private final List<String> ids = new ArrayList<>();
    private final CountDownLatch curtain = new CountDownLatch(1);
    private boolean holding;
    private int leases;
    private int capacities;

    PlayedProvider(Part part, boolean holding, LongSupplier nanoClock) {
        this.part = part;
        this.holding = holding;
        this.nanoClock = nanoClock;
        this.server = LoopbackServer.start(0, this::answer);
    }

    URI uri() {
        return server.uri();
    }

    List<Arrival> arrivals() {
        synchronized (lock) {
            return List.copyOf(arrivals);
        }
    }

    int capacityReads() {
        synchronized (lock) {
            return capacities;
        }
    }

    /** From now on nothing is answered any more. */
    void fallSilent() {
        synchronized (lock) {
            holding = true;
        }
    }

    @Override
    public void close() {
        curtain.countDown();
        server.close();
    }

    private Optional<HttpReply> answer(HttpRequest request, LoopbackServer.Caller caller) throws InterruptedException {
        String call = request.method() + " " + request.target();
        return switch (call) {
            case "POST /v1/work" -> work(request);
            case "POST /v1/leases" -> Optional.of(part.lease(count(true)));
            case "GET /v1/capacity" -> {
                int order = count(false);
                holdIfSilent();
                yield Optional.of(part.capacity(order));
            }
            default ->
                Optional.of(HttpReply.json(
                        404, "application/problem+json", Headers.NONE, "{\"type\":\"about:blank\",\"status\":404}"));
        };
    }

    private int count(boolean lease) {
        synchronized (lock) {
            return lease ? leases++ : capacities++;
        }
    }

    private void holdIfSilent() throws InterruptedException {
        boolean hold;
        synchronized (lock) {
            hold = holding;
        }
        if (hold) {
            curtain.await();
        }
    }

    private Optional<HttpReply> work(HttpRequest request) throws InterruptedException {
        long arrived = nanoClock.getAsLong();
        Json.Obj item = item(request);
        Arrival arrival = new Arrival(arrived, 0, item);
        int order;
        int index;
        synchronized (lock) {
            if (!ids.contains(arrival.id())) {
                ids.add(arrival.id());
            }
            order = ids.indexOf(arrival.id());
            index = arrivals.size();
            arrivals.add(arrival);
        }
        holdIfSilent();
        Optional<HttpReply> reply = part.work(arrival, order);
        synchronized (lock) {
            arrivals.set(index, new Arrival(arrived, nanoClock.getAsLong(), item));
        }
        return reply;
    }

    private static Json.Obj item(HttpRequest request) {
        try {
            return JsonReader.read(request.body()) instanceof Json.Obj object ? object : Json.object();
        } catch (JsonSyntaxException noJson) {
            return Json.object();
        }
    }
}
