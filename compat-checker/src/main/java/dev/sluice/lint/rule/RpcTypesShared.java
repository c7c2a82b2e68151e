package dev.sluice.lint.rule;

import dev.sluice.schema.model.MessageType;
import dev.sluice.schema.model.Rpc;
import dev.sluice.schema.model.SchemaFile;
import dev.sluice.schema.model.SchemaSet;
import dev.sluice.schema.model.Service;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** No two RPCs share a request or response, and none has one type for both. */
final class RpcTypesShared extends FilesRule {
    RpcTypesShared() {
        super(
                "RPC_REQUEST_RESPONSE_UNIQUE",
                "Each request and response is that of one RPC.",
                "a field that one RPC needs shows up in all of them",
                "Write a message for this side of this RPC.",
                LintCategory.STANDARD);
    }

    @Override
    public void check(SchemaSet set, Inspection inspection) {
        Map<MessageType, List<Rpc>> users = new LinkedHashMap<>();
        for (SchemaFile file : set.requestedFiles()) {
            for (Service service : file.services()) {
                for (Rpc rpc : service.rpcs()) {
                    checkSides(rpc, inspection);
                    users.computeIfAbsent(rpc.request(), absent -> new ArrayList<>())
                            .add(rpc);
                    if (rpc.response() != rpc.request()) {
                        users.computeIfAbsent(rpc.response(), absent -> new ArrayList<>())
                                .add(rpc);
                    }
                }
            }
        }
        users.forEach((type, rpcs) -> {
            Conventions conventions = inspection.conventions();
            if (!EmptyMessage.is(type) || !(conventions.emptyRequests() || conventions.emptyResponses())) {
                report(type, rpcs, "request or response", inspection);
            } else if (!conventions.emptyRequests()) {
                report(type, on(type, rpcs, Rpc::request), "request", inspection);
            } else if (!conventions.emptyResponses()) {
                report(type, on(type, rpcs, Rpc::response), "response", inspection);
            }
        });
    }

    private void checkSides(Rpc rpc, Inspection inspection) {
        Conventions conventions = inspection.conventions();
        boolean allowed = conventions.sameRequestResponse()
                || (EmptyMessage.is(rpc.request()) && conventions.emptyRequests() && conventions.emptyResponses());
        if (rpc.request() == rpc.response() && !allowed) {
            inspection.add(
                    this,
                    Spot.of(rpc),
                    "RPC \"" + rpc.name() + "\" has the message \""
                            + rpc.request().fullName() + "\" as request and as response");
        }
    }

    private static List<Rpc> on(MessageType type, List<Rpc> rpcs, Function<Rpc, MessageType> side) {
        return rpcs.stream().filter(rpc -> side.apply(rpc) == type).toList();
    }

    private void report(MessageType type, List<Rpc> rpcs, String side, Inspection inspection) {
        if (rpcs.size() > 1) {
            for (Rpc rpc : rpcs) {
                inspection.add(
                        this,
                        Spot.of(rpc),
                        "the message \"" + type.fullName() + "\" is the " + side + " of RPC \"" + rpc.name()
                                + "\" and of others");
            }
        }
    }
}
