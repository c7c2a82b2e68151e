package dev.sluice.compat.rule;

import dev.sluice.schema.model.Rpc;
import dev.sluice.schema.model.Service;

/** RPCs are not deleted. */
final class RpcDeleted extends ServiceRule {
    RpcDeleted() {
        super(
                "RPC_NO_DELETE",
                "RPCs are not deleted.",
                "clients that call it get UNIMPLEMENTED",
                "Mark it deprecated and delete it when nobody calls it.",
                Category.FILE,
                Category.PACKAGE);
    }

    @Override
    public void check(Service old, Service now, Findings findings) {
        for (Rpc rpc : old.rpcs()) {
            if (now.rpc(rpc.name()).isEmpty()) {
                findings.add(this, Anchor.of(now), rpc, rpc.fullName(), "", RpcWords.describe(rpc) + " was deleted");
            }
        }
    }
}
