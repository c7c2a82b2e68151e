package dev.sluice.contract.tck.rules.clients;

import dev.sluice.contract.json.Json;
import java.util.Optional;

/**
 * One submission as it arrived.
 *
 * @param arrived when the request had been read, in nanoseconds of the run's clock
 * @param answered just before the reply was sent; 0 where none was
 * @param item the item
 */
record Arrival(long arrived, long answered, Json.Obj item) {
    String id() {
        return item.text("workId").or(() -> item.text("work_id")).orElse("");
    }

    long attempt() {
        return item.whole("attempt").orElse(0L);
    }

    long deadline() {
        return item.whole("deadlineMs").or(() -> item.whole("deadline_ms")).orElse(0L);
    }

    Optional<String> lease() {
        return item.text("leaseId").or(() -> item.text("lease_id"));
    }
}
