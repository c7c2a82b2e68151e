package dev.sluice.compat.mutation;

import static dev.sluice.compat.mutation.PartKind.*;

import java.util.List;
import java.util.Optional;
import java.util.Random;

/** Changes RPCs. */
final class ServiceMutations {
    private ServiceMutations() {}

    static List<Mutation> all() {
        return List.of(
                new Mutation(
                        "stop streaming",
                        (schema, random) -> schema.any(random, RPC_CLIENT_STREAMING, RPC_SERVER_STREAMING)
                                .map(part -> List.of(Edit.delete(part)))
                                .orElse(List.of())),
                new Mutation(
                        "start streaming",
                        (schema, random) -> schema.any(random, RPC_REQUEST, RPC_RESPONSE)
                                .map(part -> List.of(Edit.insert(part.start(), "stream ")))
                                .orElse(List.of())),
                new Mutation("change an RPC's types", ServiceMutations::retype),
                new Mutation("change idempotency", ServiceMutations::idempotency));
    }

    private static List<Edit> retype(SchemaText schema, Random random) {
        Optional<Part> type = schema.any(random, RPC_REQUEST, RPC_RESPONSE);
        Optional<Part> name = schema.any(random, MESSAGE_NAME, RPC_REQUEST);
        if (type.isEmpty() || name.isEmpty()) {
            return List.of();
        }
        return List.of(Edit.replace(type.get(), schema.text(name.get())));
    }

    private static List<Edit> idempotency(SchemaText schema, Random random) {
        Optional<Part> rpc = schema.any(random, RPC);
        if (rpc.isEmpty()) {
            return List.of();
        }
        List<String> levels = List.of("NO_SIDE_EFFECTS", "IDEMPOTENT", "IDEMPOTENCY_UNKNOWN");
        String option = " option idempotency_level = " + levels.get(random.nextInt(levels.size())) + "; ";
        String text = schema.text(rpc.get());
        int brace = text.indexOf('{');
        return List.of(
                brace < 0
                        ? new Edit(rpc.get().end() - 1, rpc.get().end(), " {" + option + "}")
                        : Edit.insert(rpc.get().start() + brace + 1, option));
    }
}
