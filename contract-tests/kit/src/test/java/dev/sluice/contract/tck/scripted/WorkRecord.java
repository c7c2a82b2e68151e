package dev.sluice.contract.tck.scripted;

import java.util.Optional;

/** An item that the provider knows; guarded by the pool's monitor. */
final class WorkRecord {
    private final ScriptedItem item;
    private final String traceId;
    private final long accepted = System.nanoTime();
    private String state = "QUEUED";
    private Optional<String> error = Optional.empty();
    private Optional<DownstreamCall> call = Optional.empty();
    private boolean queuedFirst;
    private boolean cancelRequested;
    private boolean orphaned;
    private long ended;

    WorkRecord(ScriptedItem item, String traceId) {
        this.item = item;
        this.traceId = traceId;
    }

    ScriptedItem item() {
        return item;
    }

    String traceId() {
        return traceId;
    }

    String state() {
        return state;
    }

    Optional<String> error() {
        return error;
    }

    boolean isOver() {
        return orphaned || !state.equals("QUEUED") && !state.equals("RUNNING");
    }

    void become(String next, Optional<String> why) {
        state = next;
        error = why;
        ended = System.nanoTime();
    }

    void calls(DownstreamCall made) {
        call = Optional.of(made);
    }

    Optional<DownstreamCall> call() {
        return call;
    }

    /** Time left until the deadline, in milliseconds. */
    long leftMs() {
        return item.deadlineMs() - (System.nanoTime() - accepted) / 1_000_000;
    }

    long waitedNanos() {
        return System.nanoTime() - accepted;
    }

    long endedForMs() {
        return (System.nanoTime() - ended) / 1_000_000;
    }

    /** Whether it had to wait before it ran. */
    boolean waited() {
        return queuedFirst;
    }

    void hadToWait() {
        queuedFirst = true;
    }

    void requestCancel() {
        cancelRequested = true;
    }

    boolean cancelRequested() {
        return cancelRequested;
    }

    /** It stays as it is for ever. */
    void orphan() {
        orphaned = true;
    }
}
