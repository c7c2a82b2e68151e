package dev.sluice.contract.tck.scripted;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Which queued item starts next; guarded by the pool's monitor. */
final class StartOrder {
    private final Fault fault;
    private final Map<String, Long> turns = new HashMap<>();
    private long turn;

    StartOrder(Fault fault) {
        this.fault = fault;
    }

    WorkRecord next(List<WorkRecord> queue, ScriptedPolicy policy) {
        List<WorkRecord> candidates = queue;
        if (policy.has("priorityDispatch")) {
            int first = queue.stream()
                    .mapToInt(record -> record.item().criticality())
                    .min()
                    .orElse(1);
            candidates = queue.stream()
                    .filter(record -> record.item().criticality() == first)
                    .toList();
        }
        if (policy.has("tenantIsolation") && fault != Fault.TENANT_FIFO) {
            long least = candidates.stream()
                    .mapToLong(record -> lastTurn(record))
                    .min()
                    .orElse(0);
            candidates = candidates.stream()
                    .filter(record -> lastTurn(record) == least)
                    .toList();
        }
        boolean last = fault == Fault.LIFO || (fault == Fault.UNSTABLE_HEAP && candidates.size() % 2 == 0);
        WorkRecord next = candidates.get(last ? candidates.size() - 1 : 0);
        turns.put(next.item().tenant(), ++turn);
        return next;
    }

    private long lastTurn(WorkRecord record) {
        return turns.getOrDefault(record.item().tenant(), 0L);
    }
}
