package dev.sluice.contract.tck.scripted;

import dev.sluice.contract.json.Json;

/** The load of the scripted provider at one moment. */
record Snapshot(
        int concurrencyLimit,
        int queueLimit,
        int running,
        int queued,
        String level,
        String epoch,
        long seq,
        long ttlMs,
        long revision) {

    int limit() {
        return concurrencyLimit + queueLimit;
    }

    int used() {
        return running + queued;
    }

    int available() {
        return Math.max(0, limit() - used());
    }

    Snapshot with(int nowRunning, int nowQueued) {
        return new Snapshot(concurrencyLimit, queueLimit, nowRunning, nowQueued, level, epoch, seq, ttlMs, revision);
    }

    Snapshot withSeq(long number) {
        return new Snapshot(concurrencyLimit, queueLimit, running, queued, level, epoch, number, ttlMs, revision);
    }

    Snapshot withLevel(String other) {
        return new Snapshot(concurrencyLimit, queueLimit, running, queued, other, epoch, seq, ttlMs, revision);
    }

    /** The document, with used as it is given: it differs from running and queued in a torn read only. */
    Json.Obj document(int used, boolean withTtl) {
        Json.Obj document = Json.object()
                .with("schemaVersion", Json.of(1))
                .with("providerId", Json.of("scripted"))
                .with("epoch", Json.of(epoch))
                .with("seq", Json.of(Long.toString(seq)))
                .with("limit", Json.of(limit()))
                .with("used", Json.of(used))
                .with("available", Json.of(available()))
                .with("level", Json.of("CAPACITY_LEVEL_" + level))
                .with("concurrencyLimit", Json.of(concurrencyLimit))
                .with("queueLimit", Json.of(queueLimit))
                .with("running", Json.of(running))
                .with("queued", Json.of(queued))
                .with("policyRevision", Json.of(Long.toString(revision)));
        return withTtl ? document.with("ttlMs", Json.of(ttlMs)) : document;
    }
}
