package dev.sluice.compat.rule;

import dev.sluice.schema.model.Rpc;

/** RPCs keep whether the client streams. */
final class RpcClientStreamingChanged extends RpcRule {
    RpcClientStreamingChanged() {
        super(
                "RPC_SAME_CLIENT_STREAMING",
                "RPCs keep whether the client streams.",
                "old peers break off the call, and generated code has another signature",
                "Add an RPC.",
                Category.ofBuf());
    }

    @Override
    public void check(Rpc old, Rpc now, Findings findings) {
        if (old.isClientStreaming() != now.isClientStreaming()) {
            String before = old.isClientStreaming() ? "streaming" : "unary";
            String after = now.isClientStreaming() ? "streaming" : "unary";
            findings.add(
                    this,
                    Anchor.of(now),
                    old,
                    old.fullName(),
                    before + " -> " + after,
                    RpcWords.describe(old) + " changed from client " + before + " to client " + after);
        }
    }
}
