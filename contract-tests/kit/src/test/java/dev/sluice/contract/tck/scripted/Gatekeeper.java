package dev.sluice.contract.tck.scripted;

import dev.sluice.contract.http.Exchange;
import dev.sluice.contract.http.HttpRequest;
import dev.sluice.contract.http.OnceClient;
import dev.sluice.contract.json.Json;
import dev.sluice.contract.json.JsonReader;
import dev.sluice.contract.json.JsonSyntaxException;
import java.util.concurrent.Semaphore;

/** Credits and capacity: when the scripted client may submit. */
final class Gatekeeper {
    /** How long a read stays unanswered until a client that takes no answer for a free provider does so. */
    private static final long SILENCE_NANOS = 400_000_000;

    private final OnceClient http;
    private final boolean leased;
    private final boolean follows;
    private final ClientFault fault;
    private final Semaphore probe = new Semaphore(1);
    private String lease = "";
    private long credits;
    private long available;
    private long expires = System.nanoTime();
    private boolean reading;
    private long readingSince;

    Gatekeeper(OnceClient http, boolean leased, boolean follows, ClientFault fault) {
        this.http = http;
        this.leased = leased;
        this.follows = follows;
        this.fault = fault;
    }

    /** Waits until one submission may be sent; the lease it goes under, and whether it is a probe. */
    Pass enter() throws InterruptedException {
        String under = leased ? credit() : "";
        boolean probing = follows && room();
        return new Pass(under, probing);
    }

    /** A submission that may be sent. */
    record Pass(String lease, boolean probe) {}

    void leave(Pass pass) {
        if (pass.probe()) {
            probe.release();
        }
    }

    private synchronized String credit() throws InterruptedException {
        while (credits <= 0) {
            Json.Obj granted = object(http.send(HttpRequest.json(
                    "POST", "/v1/leases", "{\"clientId\":\"scripted\",\"tenant\":\"t\",\"credits\":1000}")));
            credits = granted.whole("credits").orElse(0L);
            if (fault == ClientFault.IGNORES_LEASE && !lease.isEmpty()) {
                return lease;
            }
            if (credits > 0) {
                lease = granted.text("leaseId").orElse("");
            } else {
                Thread.sleep(50);
            }
        }
        credits--;
        return lease;
    }

    /** Waits for room; true where the submission is the one probe under an expired document. */
    private boolean room() throws InterruptedException {
        while (true) {
            synchronized (this) {
                if (System.nanoTime() < expires) {
                    if (available > 0) {
                        available--;
                        return false;
                    }
                } else if (fault == ClientFault.STALE_IS_UNLIMITED && reading && silentFor() > SILENCE_NANOS) {
                    return false;
                }
            }
            if (System.nanoTime() >= expires) {
                refreshOnce();
                if (System.nanoTime() >= expires && probe.tryAcquire()) {
                    return true;
                }
            }
            Thread.sleep(10);
        }
    }

    private long silentFor() {
        return System.nanoTime() - readingSince;
    }

    private void refreshOnce() {
        synchronized (this) {
            if (reading) {
                return;
            }
            reading = true;
            readingSince = System.nanoTime();
        }
        Thread reader = new Thread(this::read, "scripted-capacity");
        reader.setDaemon(true);
        reader.start();
    }

    private void read() {
        Json.Obj document = object(http.send(HttpRequest.of("GET", "/v1/capacity")));
        synchronized (this) {
            available = document.whole("available").orElse(0L);
            expires = System.nanoTime() + document.whole("ttlMs").orElse(0L) * 1_000_000;
            reading = false;
        }
    }

    private static Json.Obj object(Exchange exchange) {
        try {
            return exchange.answer().isPresent()
                            && JsonReader.read(exchange.answer().get().body()) instanceof Json.Obj object
                    ? object
                    : Json.object();
        } catch (JsonSyntaxException noJson) {
            return Json.object();
        }
    }
}
