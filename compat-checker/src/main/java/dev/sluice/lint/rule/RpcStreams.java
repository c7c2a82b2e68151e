package dev.sluice.lint.rule;

import dev.sluice.schema.model.Rpc;

/** RPCs do not stream on one of their sides. */
final class RpcStreams extends ElementRule<Rpc> {
    private final boolean client;

    private RpcStreams(String id, boolean client) {
        super(
                Rpc.class,
                id,
                client ? "Clients do not stream." : "Servers do not stream.",
                "proxies, browsers and retries that know single messages only do not work with it",
                "Send one message, or pages of a list.",
                LintCategory.UNARY_RPC);
        this.client = client;
    }

    static RpcStreams client() {
        return new RpcStreams("RPC_NO_CLIENT_STREAMING", true);
    }

    static RpcStreams server() {
        return new RpcStreams("RPC_NO_SERVER_STREAMING", false);
    }

    @Override
    void check(Rpc rpc, Inspection inspection) {
        if (client ? rpc.isClientStreaming() : rpc.isServerStreaming()) {
            inspection.add(
                    this,
                    Spot.of(rpc),
                    "the " + (client ? "client" : "server") + " of RPC \"" + rpc.name() + "\" sends a stream");
        }
    }
}
