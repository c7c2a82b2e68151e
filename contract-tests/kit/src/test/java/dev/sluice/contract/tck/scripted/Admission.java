package dev.sluice.contract.tck.scripted;

import dev.sluice.contract.tck.stage.RefusalReason;
import java.util.Optional;

/** Decides on submissions, in the order of {@code PROTOCOL.md}; the decision and the taking of the slot are one step. */
final class Admission {
    private static final long RACE_WINDOW_MILLIS = 50;
    private static final long RACE_LIMIT_MILLIS = 2000;

    /** What a submission comes to. */
    record Decision(Optional<RefusalReason> refusal, boolean replayed, Optional<WorkRecord> accepted) {
        static Decision refused(RefusalReason reason) {
            return new Decision(Optional.of(reason), false, Optional.empty());
        }

        static Decision replay() {
            return new Decision(Optional.empty(), true, Optional.empty());
        }
    }

    private final WorkPool pool;
    private final LeaseBook leases;
    private final Fault fault;
    private int racing;

    Admission(WorkPool pool, LeaseBook leases, Fault fault) {
        this.pool = pool;
        this.leases = leases;
        this.fault = fault;
    }

    Decision decide(ScriptedItem item, String traceId) throws InterruptedException {
        synchronized (pool) {
            while (fault == Fault.LOCK_HELD_DURING_WORK && pool.load().running() > 0) {
                pool.wait();
            }
            Optional<Decision> early = withoutLoad(item);
            if (early.isPresent()) {
                return early.get();
            }
            if (fault == Fault.DEDUPLICATION_RACE) {
                letTimePass();
            }
            Optional<RefusalReason> refusal = byLoad(item);
            if (fault == Fault.CHECK_THEN_ACT && withoutLoad(item).isPresent()) {
                return withoutLoad(item).get();
            }
            if (refusal.isPresent()) {
                refuse(item, traceId, refusal.get());
                return Decision.refused(refusal.get());
            }
            takeCredit(item);
            WorkRecord record = new WorkRecord(item, traceId);
            pool.enter(record);
            pool.level().accepted();
            return new Decision(Optional.empty(), false, Optional.of(record));
        }
    }

    private Optional<Decision> withoutLoad(ScriptedItem item) {
        Optional<WorkRecord> known = fault == Fault.NO_DEDUPLICATION ? Optional.empty() : pool.find(item.id());
        if (known.isPresent()) {
            boolean same = known.get().item().essence().equals(item.essence()) || fault == Fault.LAST_WRITE_WINS;
            if (same) {
                pool.counts().replay();
            }
            return Optional.of(same ? Decision.replay() : rejected(RefusalReason.WORK_ID_REUSED));
        }
        if (item.deadlineMs() <= 0) {
            return Optional.of(rejected(RefusalReason.DEADLINE_EXCEEDED));
        }
        long most = pool.policy().number("maxAttempts") + (fault == Fault.ATTEMPTS_OFF_BY_ONE ? 1 : 0);
        if (item.attempt() > most && fault != Fault.ATTEMPTS_IGNORED) {
            return Optional.of(rejected(RefusalReason.ATTEMPTS_EXHAUSTED));
        }
        return item.downstream()
                .filter(target -> !target.startsWith("http://127.0.0.1:"))
                .map(target -> rejected(RefusalReason.DOWNSTREAM_NOT_ALLOWED));
    }

    private Decision rejected(RefusalReason reason) {
        pool.counts().reject(reason);
        return Decision.refused(reason);
    }

    private Optional<RefusalReason> byLoad(ScriptedItem item) throws InterruptedException {
        if (pool.isDraining() && fault != Fault.ACCEPTS_WHILE_DRAINING) {
            return Optional.of(RefusalReason.DRAINING);
        }
        if (full() && fault == Fault.BLOCKS_CALLER) {
            while (full()) {
                pool.wait();
            }
        }
        if (full()) {
            return Optional.of(RefusalReason.QUEUE_FULL);
        }
        if (fault == Fault.CHECK_THEN_ACT) {
            letTimePass();
        }
        ScriptedPolicy policy = pool.policy();
        if (policy.has("criticalityShedding") && shed(item, policy)) {
            return Optional.of(RefusalReason.SHED);
        }
        if (policy.has("tenantIsolation") && fault != Fault.SHARES_IGNORED && beyondShare(item, policy)) {
            return Optional.of(RefusalReason.TENANT_QUOTA);
        }
        return policy.has("leases") ? item.lease().flatMap(leases::refusal) : Optional.empty();
    }

    private boolean full() {
        int used = pool.used();
        ScriptedPolicy policy = pool.policy();
        return switch (fault) {
            case UNBOUNDED_QUEUE -> false;
            case OFF_BY_ONE_BOUND -> used > policy.limit();
            case RECEIVE_THEN_ACQUIRE -> used - (used > policy.running() ? 1 : 0) >= policy.limit();
            case FLAG_DISABLES_BOUND -> !policy.has("priorityDispatch") && used >= policy.limit();
            default -> used >= policy.limit();
        };
    }

    private boolean shed(ScriptedItem item, ScriptedPolicy policy) {
        int criticality = switch (fault) {
            case IGNORES_CRITICALITY -> 1;
            case INVERTED_CRITICALITY -> 5 - item.criticality();
            default -> item.criticality();
        };
        return pool.used() * 100L >= policy.threshold(criticality) * policy.limit();
    }

    private boolean beyondShare(ScriptedItem item, ScriptedPolicy policy) {
        if (pool.used(item.tenant()) < policy.guaranteed(item.tenant())) {
            return false;
        }
        int kept = policy.tenantsWithShare().stream()
                .filter(tenant -> !tenant.equals(item.tenant()))
                .mapToInt(tenant -> Math.max(0, policy.guaranteed(tenant) - pool.used(tenant)))
                .sum();
        return pool.used() + kept >= policy.limit();
    }

    private void takeCredit(ScriptedItem item) throws InterruptedException {
        if (!pool.policy().has("leases") || item.lease().isEmpty()) {
            return;
        }
        String lease = item.lease().get();
        if (fault == Fault.CREDIT_RACE) {
            long credits = leases.credits(lease);
            letTimePass();
            leases.setCredits(lease, credits - 1);
        } else {
            leases.take(lease, pool.policy().number("leaseTtlMs"));
        }
    }

    private void refuse(ScriptedItem item, String traceId, RefusalReason reason) {
        pool.level().refused(pool.policy().limit());
        if (fault == Fault.REFUSAL_COUNTED_ACCEPTED && reason == RefusalReason.QUEUE_FULL) {
            pool.counts().accept();
        } else {
            pool.counts().reject(reason);
        }
        if (fault == Fault.ENQUEUE_THEN_REFUSE && reason == RefusalReason.QUEUE_FULL) {
            pool.enterSecretly(new WorkRecord(item, traceId));
        }
        if (fault == Fault.REFUSED_ID_REMEMBERED) {
            WorkRecord remembered = new WorkRecord(item, traceId);
            remembered.become("COMPLETED", Optional.empty());
            pool.remember(remembered);
        }
        if (fault == Fault.CREDIT_TAKEN_BY_REFUSAL) {
            item.lease().ifPresent(lease -> leases.take(lease, 0));
        }
    }

    /** The gap of a race: not over while others are on their way to it, so that who comes at once always meets. */
    private void letTimePass() throws InterruptedException {
        long began = System.nanoTime();
        racing++;
        try {
            long passed = 0;
            while (passed < RACE_WINDOW_MILLIS || passed < RACE_LIMIT_MILLIS && pool.connections() > racing) {
                pool.wait(5);
                passed = (System.nanoTime() - began) / 1_000_000;
            }
        } finally {
            racing--;
        }
    }
}
