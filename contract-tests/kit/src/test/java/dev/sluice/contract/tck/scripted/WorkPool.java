package dev.sluice.contract.tck.scripted;

import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.IntSupplier;

/** The slots, the queue and the life of items. Everything is guarded by the pool's monitor. */
final class WorkPool implements AutoCloseable {
    private static final int FORGOTTEN_BEYOND = 12;

    private final Fault fault;
    private final ScheduledExecutorService timer;
    private final StartOrder order;
    private final Counts counts = new Counts();
    private final LoadLevel level;
    private final Map<String, WorkRecord> known = new LinkedHashMap<>();
    private final List<WorkRecord> queue = new ArrayList<>();
    private ScriptedPolicy policy;
    private int running;
    private int tombstones;
    private int lost;
    private boolean draining;
    private String lastIds = "";
    private IntSupplier connections = () -> 0;

    WorkPool(ScriptedPolicy policy, Fault fault) {
        this.fault = fault;
        this.policy = policy;
        this.order = new StartOrder(fault);
        this.level = new LoadLevel(fault);
        this.timer = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "scripted-timer");
            thread.setDaemon(true);
            return thread;
        });
    }

    synchronized ScriptedPolicy policy() {
        return policy;
    }

    synchronized void apply(ScriptedPolicy next) {
        policy = next;
        while (fault == Fault.EVICTS_ON_SHRINK && used() > policy.limit() && !queue.isEmpty()) {
            WorkRecord evicted = queue.remove(queue.size() - 1);
            evicted.become("CANCELLED", Optional.empty());
            counts.settle("CANCELLED");
        }
        pump();
    }

    synchronized int used() {
        return running + queue.size() + lost;
    }

    synchronized int used(String tenant) {
        return (int) known.values().stream()
                .filter(record -> !record.isOver() && record.item().tenant().equals(tenant))
                .count();
    }

    synchronized Optional<WorkRecord> find(String id) {
        WorkRecord record = known.get(id);
        boolean retired = record != null
                && record.isOver()
                && fault != Fault.REMEMBERS_FOR_EVER
                && record.endedForMs() > policy.number("retentionMs");
        if (retired) {
            known.remove(id);
        }
        return retired ? Optional.empty() : Optional.ofNullable(record);
    }

    synchronized void remember(WorkRecord record) {
        known.put(record.item().id(), record);
    }

    /** From now on it knows how many connections are open. */
    synchronized void watch(IntSupplier open) {
        connections = open;
    }

    synchronized int connections() {
        return connections.getAsInt();
    }

    Counts counts() {
        return counts;
    }

    LoadLevel level() {
        return level;
    }

    synchronized String metrics() {
        Snapshot load = level.snapshot(policy, running, queue.size() - tombstones, lost, draining);
        return counts.text(load.with(running, queue.size() - tombstones), fault, lastIds);
    }

    synchronized Snapshot load() {
        return level.snapshot(policy, running, queue.size() - tombstones, lost, draining);
    }

    synchronized boolean isDraining() {
        return draining;
    }

    synchronized void drain() {
        draining = true;
        changed();
    }

    synchronized void lose(int slots) {
        lost += slots;
        changed();
    }

    /** Queues an accepted item and begins what can begin. */
    synchronized void enter(WorkRecord record) {
        if (timer.isShutdown()) {
            return;
        }
        remember(record);
        counts.accept();
        lastIds += "last_items{work_id=\"" + record.item().id() + "\"} 1\n";
        if (fault == Fault.TASK_PER_ITEM) {
            begin(record);
        } else {
            boolean direct = queue.isEmpty() && running < workers();
            queue.add(record);
            if (fault == Fault.BATCHES ? direct : true) {
                pump();
            }
        }
        changed();
        timer.schedule(() -> expire(record), Math.max(1, record.item().deadlineMs()), TimeUnit.MILLISECONDS);
    }

    /** Queues an item that was refused. */
    synchronized void enterSecretly(WorkRecord record) {
        queue.add(record);
        changed();
    }

    private int workers() {
        return fault == Fault.SERIAL_WORKER ? 1 : policy.running();
    }

    private synchronized void pump() {
        while (!queue.isEmpty() && running < workers()) {
            WorkRecord next = order.next(queue, policy);
            queue.remove(next);
            if (next.isOver()) {
                tombstones--;
            } else if (next.leftMs() <= 0 && fault != Fault.DEADLINE_AT_ADMISSION_ONLY) {
                lapse(next, true);
            } else {
                begin(next);
            }
        }
        queue.forEach(WorkRecord::hadToWait);
        changed();
    }

    private void begin(WorkRecord record) {
        running++;
        record.become("RUNNING", Optional.empty());
        counts.waited(record.waitedNanos());
        boolean again = fault == Fault.RETRY_LOOP && level.wasOverloaded();
        Thread thread = new Thread(() -> run(record, again), "scripted-worker");
        thread.setDaemon(true);
        thread.start();
    }

    private void run(WorkRecord record, boolean again) {
        DownstreamCall.End end = call(record);
        if (again) {
            end = call(record);
        }
        if (end.error().equals("DOWNSTREAM_BROKEN") && fault == Fault.HANGS_ON_BROKEN) {
            return;
        }
        boolean broken = !end.error().isEmpty()
                && !(fault == Fault.BROKEN_IS_COMPLETED && end.error().equals("DOWNSTREAM_BROKEN"));
        settle(record, broken ? "FAILED" : "COMPLETED", broken ? Optional.of(end.error()) : Optional.empty());
    }

    private DownstreamCall.End call(WorkRecord record) {
        Optional<String> target = record.item().downstream();
        if (target.isEmpty()) {
            return new DownstreamCall.End(Optional.of(200), "");
        }
        DownstreamCall call = new DownstreamCall();
        synchronized (this) {
            if (record.isOver()) {
                return new DownstreamCall.End(Optional.empty(), "CANCELLED");
            }
            record.calls(call);
        }
        return call.make(
                URI.create(target.get()),
                Traces.headers(record, fault),
                record.item().bytes());
    }

    private synchronized void settle(WorkRecord record, String state, Optional<String> error) {
        if (record.isOver()) {
            return;
        }
        String end = record.cancelRequested() ? "CANCELLED" : state;
        record.become(end, error);
        running--;
        counts.settle(end);
        lost += end.equals("FAILED") && fault == Fault.LEAK_ON_FAILURE ? 1 : 0;
        if (end.equals("COMPLETED") && fault == Fault.FORGETS_AT_COMPLETION) {
            forgetOld();
        }
        if (fault != Fault.BATCHES || running == 0) {
            pump();
        }
        changed();
    }

    private void forgetOld() {
        List<String> done = known.values().stream()
                .filter(one -> one.state().equals("COMPLETED"))
                .map(one -> one.item().id())
                .toList();
        if (done.size() > FORGOTTEN_BEYOND) {
            known.remove(done.get(0));
        }
    }

    private synchronized void expire(WorkRecord record) {
        boolean queued = record.state().equals("QUEUED");
        boolean ignored = queued ? fault == Fault.DEADLINE_AT_ADMISSION_ONLY : fault == Fault.NO_ABORT_AT_DEADLINE;
        if (record.isOver() || ignored) {
            return;
        }
        lapse(record, queued);
        pump();
    }

    private void lapse(WorkRecord record, boolean queued) {
        end(record, queued, "EXPIRED", "DEADLINE_EXCEEDED");
        lost += fault == Fault.LEAK_ON_EXPIRY ? 1 : 0;
    }

    private void end(WorkRecord record, boolean queued, String state, String error) {
        record.become(state, Optional.of(error));
        counts.settle(state);
        if (queued) {
            queue.remove(record);
        } else {
            running--;
            record.call().ifPresent(DownstreamCall::abort);
        }
    }

    /** The state after a DELETE. */
    synchronized String cancel(WorkRecord record) {
        switch (record.state()) {
            case "QUEUED" -> {
                if (fault == Fault.TOMBSTONE_KEEPS_SLOT) {
                    tombstones++;
                    record.become("CANCELLED", Optional.of("CANCELLED"));
                    counts.settle("CANCELLED");
                } else {
                    end(record, true, "CANCELLED", "CANCELLED");
                }
            }
            case "RUNNING" -> {
                if (fault == Fault.CANCEL_FLAG_ONLY) {
                    record.requestCancel();
                } else {
                    end(record, false, "CANCELLED", "CANCELLED");
                    if (fault == Fault.CANCEL_COUNTED_TWICE) {
                        counts.settle("CANCELLED");
                    }
                }
            }
            case "COMPLETED" -> {
                if (fault == Fault.COMPLETED_BECOMES_CANCELLED) {
                    record.become("CANCELLED", Optional.of("CANCELLED"));
                }
            }
            default -> lost -= fault == Fault.SLOT_RELEASED_TWICE ? 1 : 0;
        }
        pump();
        return record.state();
    }

    /** Drops an item whose client has gone, as if its work had been the request's. */
    synchronized void drop(WorkRecord record) {
        if (!record.isOver()) {
            running -= record.state().equals("RUNNING") ? 1 : 0;
            queue.remove(record);
            record.become("RUNNING", Optional.empty());
            record.call().ifPresent(DownstreamCall::abort);
            record.orphan();
            pump();
        }
    }

    synchronized void changed() {
        level.changed(policy, used() - tombstones);
        notifyAll();
    }

    @Override
    public void close() {
        synchronized (this) {
            timer.shutdownNow();
            known.values().forEach(record -> record.call().ifPresent(DownstreamCall::abort));
            queue.clear();
            lost = -running;
            notifyAll();
        }
    }
}
