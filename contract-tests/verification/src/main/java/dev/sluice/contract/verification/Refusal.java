package dev.sluice.contract.verification;

import dev.sluice.protocol.work.v1.Criticality;
import dev.sluice.protocol.work.v1.RefusalReason;
import dev.sluice.protocol.work.v1.WorkItem;
import dev.sluice.runtime.Bytes;
import java.util.List;
import java.util.Map;

/**
 * One way in which a submission is refused.
 *
 * @param states the provider states, by name, with their parameters
 * @param isWellFormed whether the item keeps every constraint of its message
 * @param level the capacity level that the problem shows; empty where it shows none
 */
record Refusal(
        String description,
        Map<String, Map<String, String>> states,
        WorkItem item,
        boolean isWellFormed,
        int status,
        RefusalReason reason,
        String level) {

    /** Whether the refusal says when to come back. */
    boolean hasRetryAfter() {
        return status == 429 || status == 503;
    }

    /** The rows of PROTOCOL.md, "Reasons", that a submission can meet at the reference workers. */
    static List<Refusal> all() {
        return List.of(
                wellFormed(
                        "a submission that there is no room for",
                        WorkerStates.FULL,
                        Items.item("pact-full-1").build(),
                        503,
                        RefusalReason.REFUSAL_REASON_QUEUE_FULL,
                        "CAPACITY_LEVEL_SATURATED"),
                wellFormed(
                        "a submission of low criticality under load",
                        WorkerStates.SHEDDING,
                        Items.item("pact-shed-1")
                                .criticality(Criticality.CRITICALITY_SHEDDABLE)
                                .build(),
                        503,
                        RefusalReason.REFUSAL_REASON_SHED,
                        ""),
                wellFormed(
                        "a submission to a provider that shuts down",
                        WorkerStates.DRAINING,
                        Items.item("pact-draining-1").build(),
                        503,
                        RefusalReason.REFUSAL_REASON_DRAINING,
                        "CAPACITY_LEVEL_DRAINING"),
                wellFormed(
                        "a submission where the free slots are another tenant's",
                        WorkerStates.RESERVED,
                        Items.item("pact-quota-1").build(),
                        429,
                        RefusalReason.REFUSAL_REASON_TENANT_QUOTA,
                        ""),
                wellFormed(
                        "a submission past its deadline",
                        WorkerStates.IDLE,
                        Items.item("pact-late-1").deadlineMs(0).build(),
                        504,
                        RefusalReason.REFUSAL_REASON_DEADLINE_EXCEEDED,
                        ""),
                wellFormed(
                        "a submission after too many attempts",
                        WorkerStates.IDLE,
                        Items.item("pact-attempts-1").attempt(1_000).build(),
                        422,
                        RefusalReason.REFUSAL_REASON_ATTEMPTS_EXHAUSTED,
                        ""),
                new Refusal(
                        "a submission under the id of another item",
                        Map.of(WorkerStates.ACCEPTED, Map.of("workId", "pact-reused-1")),
                        Items.item("pact-reused-1").kind("another").build(),
                        true,
                        422,
                        RefusalReason.REFUSAL_REASON_WORK_ID_REUSED,
                        ""),
                wellFormed(
                        "a submission that calls where it may not",
                        WorkerStates.IDLE,
                        Items.item("pact-downstream-1")
                                .attributes(Map.of("sluice.downstream", "https://example.com/"))
                                .build(),
                        422,
                        RefusalReason.REFUSAL_REASON_DOWNSTREAM_NOT_ALLOWED,
                        ""),
                malformed(
                        "a submission without a tenant",
                        Items.item("pact-malformed-1").tenant("").build(),
                        RefusalReason.REFUSAL_REASON_MALFORMED),
                malformed(
                        "a submission of another version of the contract",
                        Items.item("pact-version-1").schemaVersion(2).build(),
                        RefusalReason.REFUSAL_REASON_UNSUPPORTED_VERSION),
                wellFormed(
                        "a submission with too large a payload",
                        WorkerStates.SMALL_ITEMS,
                        Items.item("pact-large-1")
                                .payload(Bytes.copyOf(new byte[64]))
                                .build(),
                        413,
                        RefusalReason.REFUSAL_REASON_TOO_LARGE,
                        ""));
    }

    private static Refusal wellFormed(
            String description, String state, WorkItem item, int status, RefusalReason reason, String level) {
        return new Refusal(description, Map.of(state, Map.of()), item, true, status, reason, level);
    }

    private static Refusal malformed(String description, WorkItem item, RefusalReason reason) {
        return new Refusal(description, Map.of(WorkerStates.IDLE, Map.of()), item, false, 400, reason, "");
    }
}
