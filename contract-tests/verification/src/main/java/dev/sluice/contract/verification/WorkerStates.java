package dev.sluice.contract.verification;

import dev.sluice.contract.json.Json;
import dev.sluice.contract.pact.verify.ProviderHooks;
import dev.sluice.protocol.policy.v1.BackpressurePolicy;
import dev.sluice.protocol.policy.v1.FeatureFlags;
import dev.sluice.protocol.policy.v1.ShedThresholds;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Brings a worker into the states that our contracts name, and out of them again. */
final class WorkerStates implements AutoCloseable {
    static final String IDLE = "the provider is idle";
    static final String FULL = "the queue is full";
    static final String DRAINING = "the provider is shutting down";
    static final String SHEDDING = "sheddable items are being shed";
    static final String RESERVED = "every slot is guaranteed to another tenant";
    static final String LEASES = "leases are granted";
    static final String SMALL_ITEMS = "payloads are at most 16 bytes";
    static final String POLICY = "the policy may be changed";

    /** With the parameter {@code workId}. */
    static final String ACCEPTED = "an item was accepted";

    /** With the parameter {@code workId}. */
    static final String QUEUED = "an item waits in the queue";

    private final Worker worker;
    private final WorkerLoad load;
    private final ProviderHooks hooks = ProviderHooks.start();
    private final BackpressurePolicy policy;

    WorkerStates(Worker worker, WorkerLoad load) {
        this.worker = worker;
        this.load = load;
        this.policy = load.policy();
        hooks.state(IDLE, (parameters, setUp) -> load.settle());
        hooks.state(FULL, held((parameters, setUp) -> load.fill()));
        hooks.state(DRAINING, this::drain);
        hooks.state(SHEDDING, withPolicy(WorkerStates::shedding, (parameters, setUp) -> load.hold("shed-load")));
        hooks.state(RESERVED, withPolicy(WorkerStates::reserved, (parameters, setUp) -> load.settle()));
        hooks.state(LEASES, withPolicy(WorkerStates::leases, (parameters, setUp) -> load.settle()));
        hooks.state(SMALL_ITEMS, withPolicy(WorkerStates::smallItems, (parameters, setUp) -> load.settle()));
        hooks.state(POLICY, withPolicy(unchanged -> unchanged, (parameters, setUp) -> load.settle()));
        hooks.state(ACCEPTED, held((parameters, setUp) -> load.accepted(workId(parameters))));
        hooks.state(QUEUED, held((parameters, setUp) -> load.queue(workId(parameters))));
        for (String signal : new String[] {SignalContract.IDLE, SignalContract.FULL}) {
            hooks.message(
                    signal,
                    request -> new ProviderHooks.Provided(
                            load.capacityDocument(), Map.of("contentType", "application/json")));
        }
    }

    /** Whether the worker grants leases: it need not. */
    boolean grantsLeases() {
        return load.takes(leases(policy));
    }

    ProviderHooks hooks() {
        return hooks;
    }

    /** A state that is left by letting every item end. */
    private ProviderHooks.StateHook held(ProviderHooks.StateHook setUpHook) {
        return (parameters, setUp) -> {
            if (setUp) {
                setUpHook.change(parameters, true);
            } else {
                load.settle();
            }
        };
    }

    /** A state with another policy, which is left by putting the first one back. */
    private ProviderHooks.StateHook withPolicy(
            UnaryOperator<BackpressurePolicy> change, ProviderHooks.StateHook setUpHook) {
        return (parameters, setUp) -> {
            if (setUp) {
                load.settle();
                load.put(change.apply(policy));
                setUpHook.change(parameters, true);
            } else {
                load.put(policy);
                load.settle();
            }
        };
    }

    private void drain(Json.Obj parameters, boolean setUp) {
        if (setUp) {
            load.settle();
            load.hold("drain-load");
            worker.drain();
            load.awaitDraining();
        } else {
            load.open();
            worker.restart();
        }
    }

    private static BackpressurePolicy shedding(BackpressurePolicy policy) {
        return policy.toBuilder()
                .features(FeatureFlags.builder().criticalityShedding(true).build())
                .shedThresholds(ShedThresholds.builder()
                        .criticalPlusPercent(100)
                        .criticalPercent(100)
                        .sheddablePlusPercent(100)
                        .sheddablePercent(1)
                        .build())
                .build();
    }

    private static BackpressurePolicy reserved(BackpressurePolicy policy) {
        return policy.toBuilder()
                .features(FeatureFlags.builder().tenantIsolation(true).build())
                .tenantShares(Map.of("another", 100))
                .build();
    }

    private static BackpressurePolicy leases(BackpressurePolicy policy) {
        return policy.toBuilder()
                .features(FeatureFlags.builder().leases(true).build())
                .build();
    }

    private static BackpressurePolicy smallItems(BackpressurePolicy policy) {
        return policy.toBuilder().maxItemBytes(16).build();
    }

    private static String workId(Json.Obj parameters) {
        return parameters
                .text("workId")
                .orElseThrow(() -> new IllegalArgumentException("the state needs the parameter \"workId\""));
    }

    @Override
    public void close() {
        hooks.close();
    }
}
