package dev.sluice.compat.rule;

import dev.sluice.schema.model.Rpc;

/** RPCs keep their request type. */
final class RpcRequestTypeChanged extends RpcRule {
    private static final int TYPE = 2;

    RpcRequestTypeChanged() {
        super(
                "RPC_SAME_REQUEST_TYPE",
                "RPCs keep their request type.",
                "servers misread the requests of clients that have the other one",
                "Add an RPC with the new type.",
                Category.ofBuf());
    }

    @Override
    public void check(Rpc old, Rpc now, Findings findings) {
        String before = old.request().fullName();
        String after = now.request().fullName();
        if (!before.equals(after)
                && !(findings.acceptsSameShape() && SameShape.ofMessages(old.request(), now.request()))) {
            findings.add(
                    this,
                    Anchor.partOf(now, TYPE),
                    old,
                    old.fullName(),
                    before + " -> " + after,
                    RpcWords.describe(old) + " changed its request type from " + before + " to " + after);
        }
    }
}
