package dev.sluice.compat.rule;

import dev.sluice.schema.model.Rpc;

/** How findings speak of RPCs. */
final class RpcWords {
    private RpcWords() {}

    /** The RPC's name and service. */
    static String describe(Rpc rpc) {
        return "RPC \"" + rpc.name() + "\" of service " + rpc.service().name();
    }
}
