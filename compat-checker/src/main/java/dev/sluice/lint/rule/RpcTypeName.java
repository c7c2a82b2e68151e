package dev.sluice.lint.rule;

import dev.sluice.schema.model.MessageType;
import dev.sluice.schema.model.Rpc;

/** Requests and responses are named for their RPC. */
final class RpcTypeName extends ElementRule<Rpc> {
    private static final int INPUT_TYPE = 2;
    private static final int OUTPUT_TYPE = 3;

    private final boolean request;

    private RpcTypeName(String id, boolean request) {
        super(
                Rpc.class,
                id,
                "The " + side(request) + " of an RPC is named for it: MethodName" + ending(request)
                        + " or ServiceNameMethodName" + ending(request) + ".",
                "who reads it cannot tell what it belongs to, and others take it for something to share",
                "Rename the message, or write one for this RPC.",
                LintCategory.STANDARD);
        this.request = request;
    }

    static RpcTypeName request() {
        return new RpcTypeName("RPC_REQUEST_STANDARD_NAME", true);
    }

    static RpcTypeName response() {
        return new RpcTypeName("RPC_RESPONSE_STANDARD_NAME", false);
    }

    @Override
    void check(Rpc rpc, Inspection inspection) {
        MessageType type = request ? rpc.request() : rpc.response();
        Conventions conventions = inspection.conventions();
        if (EmptyMessage.is(type) && (request ? conventions.emptyRequests() : conventions.emptyResponses())) {
            return;
        }
        String own = NameStyle.PASCAL_CASE.apply(rpc.name()) + ending(request);
        String withService = NameStyle.PASCAL_CASE.apply(rpc.service().name()) + own;
        if (!type.name().equals(own) && !type.name().equals(withService)) {
            inspection.add(
                    this,
                    Spot.partOf(rpc, request ? INPUT_TYPE : OUTPUT_TYPE),
                    "the " + side(request) + " of RPC \"" + rpc.name() + "\" is named \"" + type.name() + "\", not \""
                            + own + "\" or \"" + withService + "\"");
        }
    }

    private static String side(boolean request) {
        return request ? "request" : "response";
    }

    private static String ending(boolean request) {
        return request ? "Request" : "Response";
    }
}
