package dev.sluice.contract.verification;

import dev.sluice.protocol.work.v1.Criticality;
import dev.sluice.protocol.work.v1.WorkItem;

/** Items that the contracts submit. */
final class Items {
    private Items() {}

    /** A well-formed item that any provider with room takes. */
    static WorkItem.Builder item(String workId) {
        return WorkItem.builder()
                .workId(workId)
                .tenant("pact")
                .kind("example")
                .criticality(Criticality.CRITICALITY_CRITICAL)
                .deadlineMs(30_000)
                .attempt(1);
    }
}
