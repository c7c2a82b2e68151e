package dev.sluice.compat.rule;

import dev.sluice.schema.model.Rpc;

/** Sees RPCs, paired by service and name. */
public abstract non-sealed class RpcRule extends Rule {
    RpcRule(String id, String purpose, String harm, String advice, Category... categories) {
        super(id, purpose, harm, advice, categories);
    }

    /** Judges one of them. */
    public abstract void check(Rpc old, Rpc now, Findings findings);
}
