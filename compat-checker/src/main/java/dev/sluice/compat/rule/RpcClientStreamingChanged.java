package dev.sluice.compat.rule;

import dev.sluice.schema.model.Rpc;

/** RPCs keep whether the client streams. */
final class RpcClientStreamingChanged extends Rule {
    RpcClientStreamingChanged() {
        super(
                "RPC_SAME_CLIENT_STREAMING",
                "RPCs keep whether the client streams.",
                Category.FILE,
                Category.PACKAGE,
                Category.WIRE_JSON,
                Category.WIRE,
                Category.CSR);
    }

    @Override
    public void rpc(Rpc old, Rpc now, Findings findings) {
        if (old.isClientStreaming() != now.isClientStreaming()) {
            String before = old.isClientStreaming() ? "streaming" : "unary";
            String after = now.isClientStreaming() ? "streaming" : "unary";
            findings.add(
                    this,
                    Anchor.of(now),
                    old,
                    old.fullName(),
                    before + " -> " + after,
                    "RPC \"" + old.name() + "\" of service " + old.service().name() + " changed from client "
                            + before + " to client " + after
                            + "; old peers break off the call, and generated code has another signature. Add an RPC.");
        }
    }
}
