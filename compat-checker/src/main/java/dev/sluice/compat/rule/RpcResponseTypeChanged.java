package dev.sluice.compat.rule;

import dev.sluice.schema.model.Rpc;

/** RPCs keep their response type. */
final class RpcResponseTypeChanged extends RpcRule {
    private static final int TYPE = 3;

    RpcResponseTypeChanged() {
        super(
                "RPC_SAME_RESPONSE_TYPE",
                "RPCs keep their response type.",
                "clients misread the responses of servers that have the other one",
                "Add an RPC with the new type.",
                Category.ofBuf());
    }

    @Override
    public void check(Rpc old, Rpc now, Findings findings) {
        String before = old.response().fullName();
        String after = now.response().fullName();
        if (!before.equals(after)
                && !(findings.acceptsSameShape() && SameShape.ofMessages(old.response(), now.response()))) {
            findings.add(
                    this,
                    Anchor.partOf(now, TYPE),
                    old,
                    old.fullName(),
                    before + " -> " + after,
                    RpcWords.describe(old) + " changed its response type from " + before + " to " + after);
        }
    }
}
