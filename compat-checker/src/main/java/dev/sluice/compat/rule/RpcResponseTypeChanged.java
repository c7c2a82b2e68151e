package dev.sluice.compat.rule;

import dev.sluice.schema.model.Rpc;

/** RPCs keep their response type. */
final class RpcResponseTypeChanged extends Rule {
    private static final int TYPE = 3;

    RpcResponseTypeChanged() {
        super(
                "RPC_SAME_RESPONSE_TYPE",
                "RPCs keep their response type.",
                Category.FILE,
                Category.PACKAGE,
                Category.WIRE_JSON,
                Category.WIRE,
                Category.CSR);
    }

    @Override
    public void rpc(Rpc old, Rpc now, Findings findings) {
        String before = old.response().fullName();
        String after = now.response().fullName();
        if (!before.equals(after)) {
            findings.add(
                    this,
                    Anchor.partOf(now, TYPE),
                    old,
                    old.fullName(),
                    before + " -> " + after,
                    "response type of RPC \"" + old.name() + "\" of service "
                            + old.service().name() + " changed from " + before + " to " + after
                            + "; clients read the new servers' responses wrongly. Add an RPC with the new type.");
        }
    }
}
