package dev.sluice.compat.rule;

import dev.sluice.schema.model.Rpc;

/** RPCs keep their idempotency level. */
final class RpcIdempotencyChanged extends RpcRule {
    private static final int IDEMPOTENCY_LEVEL = 34;

    RpcIdempotencyChanged() {
        super(
                "RPC_SAME_IDEMPOTENCY_LEVEL",
                "RPCs keep their idempotency level.",
                "clients and proxies retry or cache calls that they must not, or send them by another HTTP method",
                "Keep the level, or add an RPC.",
                Category.ofBuf());
    }

    @Override
    public void check(Rpc old, Rpc now, Findings findings) {
        String before = level(old);
        String after = level(now);
        if (!before.equals(after)) {
            findings.add(
                    this,
                    Anchor.optionOf(now, IDEMPOTENCY_LEVEL),
                    old,
                    old.fullName(),
                    before + " -> " + after,
                    RpcWords.describe(old) + " changed idempotency_level from " + before + " to " + after);
        }
    }

    private static String level(Rpc rpc) {
        long number = rpc.options().varint(IDEMPOTENCY_LEVEL).orElse(0);
        return number == 0
                ? "IDEMPOTENCY_UNKNOWN"
                : number == 1 ? "NO_SIDE_EFFECTS" : number == 2 ? "IDEMPOTENT" : String.valueOf(number);
    }
}
