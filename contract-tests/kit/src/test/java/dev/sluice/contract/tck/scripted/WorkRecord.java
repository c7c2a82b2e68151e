package dev.sluice.contract.tck.scripted;

import dev.sluice.contract.json.Json;

/** An item that the provider knows; its state is guarded by the pool. */
final class WorkRecord {
    private final Json.Obj item;
    private String state = "WORK_STATE_QUEUED";

    WorkRecord(Json.Obj item) {
        this.item = item;
    }

    Json.Obj item() {
        return item;
    }

    String state() {
        return state;
    }

    void become(String next) {
        state = next;
    }

    /** The same item in the sense of rules 6.1 and 6.2. */
    boolean sameAs(Json.Obj other) {
        return essence(item).equals(essence(other));
    }

    private static Json.Obj essence(Json.Obj item) {
        return item.without("attempt").without("deadlineMs").without("leaseId").without("schemaVersion");
    }
}
