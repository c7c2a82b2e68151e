package dev.sluice.compat.rule;

import dev.sluice.schema.model.Rpc;

/** RPCs keep their request type. */
final class RpcRequestTypeChanged extends Rule {
    private static final int TYPE = 2;

    RpcRequestTypeChanged() {
        super(
                "RPC_SAME_REQUEST_TYPE",
                "RPCs keep their request type.",
                Category.FILE,
                Category.PACKAGE,
                Category.WIRE_JSON,
                Category.WIRE,
                Category.CSR);
    }

    @Override
    public void rpc(Rpc old, Rpc now, Findings findings) {
        String before = old.request().fullName();
        String after = now.request().fullName();
        if (!before.equals(after)) {
            findings.add(
                    this,
                    Anchor.partOf(now, TYPE),
                    old,
                    old.fullName(),
                    before + " -> " + after,
                    "request type of RPC \"" + old.name() + "\" of service "
                            + old.service().name() + " changed from " + before + " to " + after
                            + "; servers read the new clients' requests wrongly, and new servers those of old clients. Add an RPC with the new type.");
        }
    }
}
