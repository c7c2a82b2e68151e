package dev.sluice.compat.rule;

import dev.sluice.schema.model.Rpc;
import dev.sluice.schema.model.Service;

/** RPCs are not deleted. */
final class RpcDeleted extends Rule {
    RpcDeleted() {
        super("RPC_NO_DELETE", "RPCs are not deleted.", Category.FILE, Category.PACKAGE);
    }

    @Override
    public void service(Service old, Service now, Findings findings) {
        for (Rpc rpc : old.rpcs()) {
            if (now.rpc(rpc.name()).isEmpty()) {
                findings.add(
                        this,
                        Anchor.of(now),
                        rpc,
                        rpc.fullName(),
                        "",
                        "RPC \"" + rpc.name() + "\" of service " + old.name()
                                + " was deleted; clients that call it get UNIMPLEMENTED. Mark it deprecated and delete it"
                                + " when nobody calls it.");
            }
        }
    }
}
