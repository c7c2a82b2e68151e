package dev.sluice.contract.tck.scripted;

import dev.sluice.contract.tck.stage.RefusalReason;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The leases of all clients; guarded by the pool's monitor. */
final class LeaseBook {
    private static final class Lease {
        private final String id;
        private long credits;
        private long ends;

        Lease(String id, long credits, long ends) {
            this.id = id;
            this.credits = credits;
            this.ends = ends;
        }
    }

    /** What a client is granted. */
    record Grant(String id, long credits) {}

    private final Fault fault;
    private final Map<String, Lease> byClient = new HashMap<>();
    private int granted;

    LeaseBook(Fault fault) {
        this.fault = fault;
    }

    Grant grant(String client, long asked, long ttlMs, long available) {
        long now = System.nanoTime();
        Lease old = byClient.remove(client);
        long live = byClient.values().stream()
                .filter(lease -> lease.ends > now)
                .mapToLong(lease -> lease.credits)
                .sum();
        long credits = switch (fault) {
            case GRANTS_AS_ASKED -> asked;
            case GRANTS_EACH_ALL -> Math.min(asked, available);
            case CREDITS_ADD_UP ->
                Math.min(asked, Math.max(0, available - live)) + (old == null || asked == 0 ? 0 : old.credits);
            default -> Math.min(asked, Math.max(0, available - live));
        };
        Lease lease = new Lease("lease-" + ++granted, credits, now + ttlMs * 1_000_000);
        byClient.put(client, lease);
        return new Grant(lease.id, fault == Fault.GRANTS_AS_ASKED ? credits : Math.min(asked, credits));
    }

    /** Why an item under the lease is refused, if it is. */
    Optional<RefusalReason> refusal(String id) {
        Optional<Lease> lease = find(id);
        if (lease.isEmpty() || (lease.get().ends <= System.nanoTime() && fault != Fault.LEASE_NEVER_EXPIRES)) {
            return Optional.of(RefusalReason.LEASE_EXPIRED);
        }
        return lease.get().credits <= 0 ? Optional.of(RefusalReason.LEASE_EXHAUSTED) : Optional.empty();
    }

    void take(String id, long ttlMs) {
        find(id).ifPresent(lease -> {
            lease.credits -= fault == Fault.CREDITS_PER_CONNECTION ? 0 : 1;
            if (fault == Fault.LEASE_PROLONGED_BY_USE) {
                lease.ends = System.nanoTime() + ttlMs * 1_000_000;
            }
        });
    }

    /** The credits of a lease; for a client that reads and writes them apart. */
    long credits(String id) {
        return find(id).map(lease -> lease.credits).orElse(0L);
    }

    void setCredits(String id, long credits) {
        find(id).ifPresent(lease -> lease.credits = credits);
    }

    private Optional<Lease> find(String id) {
        return byClient.values().stream().filter(lease -> lease.id.equals(id)).findFirst();
    }
}
