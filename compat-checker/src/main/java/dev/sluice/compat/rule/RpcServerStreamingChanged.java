package dev.sluice.compat.rule;

import dev.sluice.schema.model.Rpc;

/** RPCs keep whether the server streams. */
final class RpcServerStreamingChanged extends RpcRule {
    RpcServerStreamingChanged() {
        super(
                "RPC_SAME_SERVER_STREAMING",
                "RPCs keep whether the server streams.",
                "old peers break off the call, and generated code has another signature",
                "Add an RPC.",
                Category.ofBuf());
    }

    @Override
    public void check(Rpc old, Rpc now, Findings findings) {
        if (old.isServerStreaming() != now.isServerStreaming()) {
            String before = old.isServerStreaming() ? "streaming" : "unary";
            String after = now.isServerStreaming() ? "streaming" : "unary";
            findings.add(
                    this,
                    Anchor.of(now),
                    old,
                    old.fullName(),
                    before + " -> " + after,
                    RpcWords.describe(old) + " changed from server " + before + " to server " + after);
        }
    }
}
