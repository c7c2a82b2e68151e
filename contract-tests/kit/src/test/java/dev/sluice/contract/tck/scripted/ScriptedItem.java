package dev.sluice.contract.tck.scripted;

import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A work item as the scripted provider understands it; two records are the same item where {@link #essence} is equal. */
record ScriptedItem(
        String id,
        String tenant,
        String kind,
        int criticality,
        long deadlineMs,
        long attempt,
        String payload,
        long cost,
        Optional<String> lease,
        Map<String, String> attributes) {

    /** What identifies the item beside its id. */
    List<Object> essence() {
        return List.of(tenant, kind, criticality, payload, cost, attributes);
    }

    Optional<String> downstream() {
        return Optional.ofNullable(attributes.get("sluice.downstream"));
    }

    byte[] bytes() {
        return Base64.getDecoder().decode(payload);
    }

    ScriptedItem withDeadline(long ms) {
        return new ScriptedItem(id, tenant, kind, criticality, ms, attempt, payload, cost, lease, attributes);
    }
}
