package dev.sluice.contract.tck.scripted;

import dev.sluice.contract.http.Headers;
import dev.sluice.contract.http.HttpRequest;
import dev.sluice.contract.http.OnceClient;
import dev.sluice.contract.json.Json;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The slots, the queue and the workers. Everything is guarded by the pool's monitor. */
final class WorkPool implements AutoCloseable {
    private static final Duration LONGEST_CALL = Duration.ofSeconds(60);
    private static final long RACE_WINDOW_MILLIS = 50;

    /** What a submission comes to. */
    enum Decision {
        ACCEPTED,
        REPLAYED,
        REUSED,
        FULL
    }

    /** The load at one moment. */
    record Load(int running, int queued) {}

    private final int concurrency;
    private final int capacity;
    private final Fault fault;
    private final Map<String, WorkRecord> known = new HashMap<>();
    private final Deque<WorkRecord> queue = new ArrayDeque<>();
    private int running;
    private int inHand;
    private boolean closed;

    WorkPool(int concurrency, int queued, Fault fault) {
        this.concurrency = concurrency;
        this.capacity = concurrency + queued;
        this.fault = fault;
        int workers = fault == Fault.SERIAL_WORKER ? 1 : concurrency;
        if (fault == Fault.RECEIVE_THEN_ACQUIRE) {
            thread(this::dispatch);
        } else if (fault != Fault.TASK_PER_ITEM) {
            for (int i = 0; i < workers; i++) {
                thread(this::work);
            }
        }
    }

    Optional<Decision> known(Json.Obj item) {
        synchronized (this) {
            return Optional.ofNullable(known.get(id(item)))
                    .map(record -> record.sameAs(item) ? Decision.REPLAYED : Decision.REUSED);
        }
    }

    Decision admit(Json.Obj item) throws InterruptedException {
        if (fault == Fault.CHECK_THEN_ACT) {
            if (load().running() + load().queued() >= capacity) {
                return Decision.FULL;
            }
            Thread.sleep(RACE_WINDOW_MILLIS);
            synchronized (this) {
                return accept(item);
            }
        }
        synchronized (this) {
            Optional<Decision> before = known(item);
            if (before.isPresent()) {
                return before.get();
            }
            while (fault == Fault.BLOCKS_CALLER && full()) {
                wait();
            }
            if (!full()) {
                return accept(item);
            }
            if (fault == Fault.ENQUEUE_THEN_REFUSE) {
                queue.add(new WorkRecord(item));
            }
            if (fault == Fault.REFUSED_ID_REMEMBERED) {
                known.put(id(item), new WorkRecord(item));
            }
            return Decision.FULL;
        }
    }

    synchronized Load load() {
        return new Load(running, queue.size() + inHand);
    }

    synchronized Optional<String> state(String workId) {
        return Optional.ofNullable(known.get(workId)).map(WorkRecord::state);
    }

    @Override
    public synchronized void close() {
        closed = true;
        notifyAll();
    }

    private boolean full() {
        int used = running + queue.size();
        return switch (fault) {
            case UNBOUNDED_QUEUE -> false;
            case OFF_BY_ONE_BOUND -> used > capacity;
            case RECEIVE_THEN_ACQUIRE -> queue.size() >= capacity - concurrency;
            default -> used >= capacity;
        };
    }

    private Decision accept(Json.Obj item) {
        WorkRecord record = new WorkRecord(item);
        known.put(id(item), record);
        if (fault == Fault.TASK_PER_ITEM) {
            running++;
            thread(() -> run(record));
        } else {
            queue.add(record);
            notifyAll();
        }
        return Decision.ACCEPTED;
    }

    private void work() {
        for (Optional<WorkRecord> next = begin(); next.isPresent(); next = begin()) {
            run(next.get());
        }
    }

    private synchronized Optional<WorkRecord> begin() {
        Optional<WorkRecord> next = receive();
        next.ifPresent(record -> running++);
        return next;
    }

    private void dispatch() {
        while (true) {
            Optional<WorkRecord> received;
            synchronized (this) {
                received = receive();
                inHand = received.isPresent() ? 1 : 0;
                while (running >= concurrency && !closed) {
                    pause();
                }
                inHand = 0;
                received.ifPresent(record -> running++);
            }
            if (received.isEmpty()) {
                return;
            }
            WorkRecord record = received.get();
            thread(() -> run(record));
        }
    }

    private synchronized Optional<WorkRecord> receive() {
        while (queue.isEmpty() && !closed) {
            pause();
        }
        return closed ? Optional.empty() : Optional.of(queue.remove());
    }

    private synchronized void pause() {
        try {
            wait();
        } catch (InterruptedException interrupted) {
            closed = true;
        }
    }

    private void run(WorkRecord record) {
        synchronized (this) {
            record.become("WORK_STATE_RUNNING");
        }
        record.item()
                .object("attributes")
                .flatMap(attributes -> attributes.text("sluice.downstream"))
                .ifPresent(target -> call(URI.create(target), id(record.item())));
        synchronized (this) {
            record.become("WORK_STATE_COMPLETED");
            running--;
            notifyAll();
        }
    }

    private static void call(URI target, String workId) {
        new OnceClient(target, LONGEST_CALL)
                .send(new HttpRequest(
                        "POST",
                        target.getPath(),
                        Headers.of(
                                "Content-Type",
                                "application/octet-stream",
                                "Sluice-Work-Id",
                                workId,
                                "Sluice-Attempt",
                                "1",
                                "Sluice-Deadline-Ms",
                                "1000"),
                        new byte[0]));
    }

    private static String id(Json.Obj item) {
        return item.text("workId").orElse("");
    }

    private static void thread(Runnable task) {
        Thread thread = new Thread(task, "scripted-worker");
        thread.setDaemon(true);
        thread.start();
    }
}
